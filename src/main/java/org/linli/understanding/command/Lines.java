package org.linli.understanding.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/// One line in, one JSON object out, both UTF-8 whatever the terminal says.
final class Lines {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Lines() {}

    static void answer(InputStream in, PrintStream out, Function<String, Map<String, ?>> answer) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line; (line = lines.readLine()) != null; ) {
            byte[] object = JSON.writeValueAsBytes(answer.apply(line));
            out.write(object);
            out.write('\n');
            out.flush();
        }
    }
}
