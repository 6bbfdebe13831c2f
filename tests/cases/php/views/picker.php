<!doctype html>
<!-- gpt-4 is a comment -->
<form data-model="gpt-4-turbo-preview"><!-- expect: gpt-4-turbo-preview call-argument runtime retired -->
<?php foreach (['gpt-4', 'gpt-4o'] as $model): // expect: gpt-4 collection runtime retired expect: gpt-4o collection runtime retiring ?>
  <p><?= htmlspecialchars($model) ?> is not gpt-3.5-turbo</p>
<?php endforeach; ?>
  <select name="model">
    <option value="gpt-4-32k">GPT-4 32k</option><!-- expect: gpt-4-32k other catalogue retired -->
  </select>
</form>
<?php if ($model === 'claude-2.1'): // expect: claude-2.1 comparison catalogue retired ?>
  <script>
    const model = "claude-2.0"; // expect: claude-2.0 constant runtime retired
    send({ model });
  </script>
<?php endif ?>
