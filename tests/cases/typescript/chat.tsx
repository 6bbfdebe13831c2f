import { useState } from "react";
import { useChat } from "ai/react";

export const DEFAULT = "gpt-4-0613"; // expect: gpt-4-0613 constant runtime retired

export function Chat({ model = "gpt-3.5-turbo" }: { model?: string }) { // expect: gpt-3.5-turbo default runtime retired
  const [selectedModel, setModel] = useState("gpt-4-1106-preview"); // expect: gpt-4-1106-preview call-argument runtime retired
  const { messages } = useChat({ body: { model: "gpt-4-32k" } }); // expect: gpt-4-32k dict-value runtime retired
  return (
    <div>
      <p>Ask gpt-4 anything</p>
      <Assistant model="gpt-4" /> {/* expect: gpt-4 call-argument runtime retired */}
      <Assistant model={"claude-2.1"} temperature={0.2} /> {/* expect: claude-2.1 call-argument runtime retired */}
      <select onChange={(event) => setModel(event.target.value)}>
        <option value="gpt-4">GPT-4</option> {/* expect: gpt-4 other catalogue retired */}
        <option value="gpt-4o">GPT-4o</option> {/* expect: gpt-4o other catalogue retiring */}
      </select>
      {selectedModel === "gpt-4" && <b>old</b>} {/* expect: gpt-4 comparison catalogue retired */}
    </div>
  );
}
