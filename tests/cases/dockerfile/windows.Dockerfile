# escape=`
FROM mcr.microsoft.com/windows/servercore
ENV A=b `
    OPENAI_MODEL=gpt-4 `
    # gpt-4-32k
    OTHER=gpt-4
SHELL ["cmd", "/S", "/C"]
RUN ask.exe `
    --model gpt-4
CMD [ "C:\\app\\ask.exe", `
    "--model", "gpt-4" ]
