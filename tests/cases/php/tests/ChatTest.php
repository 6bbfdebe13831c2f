<?php

namespace Tests\Unit;

final class ChatTest extends TestCase
{
    private string $model = 'gpt-4'; // expect: gpt-4 field test retired

    public function testAsks(): void
    {
        $chat = new Chat(model: 'gpt-3.5-turbo'); // expect: gpt-3.5-turbo call-argument test retired
        $this->assertSame('gpt-3.5-turbo', $chat->model); // expect: gpt-3.5-turbo comparison test retired
    }
}
