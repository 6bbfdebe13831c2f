namespace Shop.Models;

public class Model(string name)
{
    public static Model Default { get; set; } = Old;
    public static Model DefaultChatModel { get; set; } = Turbo;

    public static Model Turbo => new Model("gpt-3.5-turbo"); // expect: gpt-3.5-turbo call-argument runtime retired openai
    public static Model Four => new Model("gpt-4"); // expect: gpt-4 call-argument catalogue retired openai
    public static Model FourLong => new Model("gpt-4-32k"); // expect: gpt-4-32k call-argument catalogue retired openai
    public static Model FourO => new Model("gpt-4o"); // expect: gpt-4o call-argument catalogue retiring openai
    public static Model FourOMini => new Model("gpt-4o-mini"); // expect: gpt-4o-mini call-argument catalogue retiring openai
    public static Model Mini => new Model("o1-mini"); // expect: o1-mini call-argument catalogue retired openai
    public static Model Preview => new Model("o1-preview"); // expect: o1-preview call-argument catalogue retired openai
    public static Model Ada => new Model("text-ada-001"); // expect: text-ada-001 call-argument catalogue retired openai
    public static Model Old => new Model("gpt-4-0613"); // expect: gpt-4-0613 call-argument runtime retired openai
}
