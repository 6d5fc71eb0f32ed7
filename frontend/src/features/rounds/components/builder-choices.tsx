import { Radio, Stack, Text } from '@mantine/core';

interface ChoicesProps<Value extends string> {
  label: string;
  value: Value;
  /** What each value is called. */
  options: Record<Value, string>;
  onChange: (value: Value) => void;
}

/** One of a few settings, each said in a sentence. */
export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { label, value, options, onChange } = props;
  return (
    <Radio.Group
      label={
        <Text span fw={650}>
          {label}
        </Text>
      }
      value={value}
      onChange={(chosen) => onChange(chosen as Value)}
    >
      <Stack gap="xs" mt="xs">
        {Object.entries<string>(options).map(([option, said]) => (
          <Radio key={option} value={option} label={said} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
