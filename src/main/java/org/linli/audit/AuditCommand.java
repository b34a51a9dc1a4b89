package org.linli.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.linli.platform.console.Console;
import org.linli.platform.console.Options;
import org.linli.platform.console.WrongArguments;
import tools.jackson.databind.json.JsonMapper;

/// `java -jar linli.jar audit verify FILE`: checks an exported trail without a database.
public final class AuditCommand {

    private static final String HELP = """
            audit verify FILE [--head HASH]   computes every hash of an exported audit.jsonl anew
              --head         a hash that somebody wrote down elsewhere: the chain has to contain it""";

    private AuditCommand() {}

    /// @param args those of the program, `audit` first
    /// @return the exit status, see [Console#run]
    public static int run(String[] args) {
        var typed = List.of(args).subList(1, args.length);
        return Console.run(out -> run(typed, out), Set.of(BrokenTrail.class));
    }

    static void run(List<String> typed, PrintStream out) throws IOException {
        switch (typed.isEmpty() ? "-h" : typed.getFirst()) {
            case "verify" -> verify(typed.subList(1, typed.size()), out);
            case "-h", "--help", "help" -> out.println(HELP);
            case String other -> throw new WrongArguments("unknown command '%s', see: audit -h".formatted(other));
        }
    }

    private static void verify(List<String> typed, PrintStream out) throws IOException {
        if (typed.isEmpty() || !Files.isRegularFile(Path.of(typed.getFirst()))) {
            throw new WrongArguments("which file? see: audit -h");
        }
        var options = new Options("audit", typed.subList(1, typed.size()), Set.of("--head"), Set.of());
        var known = options.has("--head") ? options.get("--head", "") : null;
        try (var lines = Files.lines(Path.of(typed.getFirst()))) {
            var sound = new CheckExport(known).check(lines.iterator());
            out.println(JsonMapper.shared().writeValueAsString(sound));
        }
    }
}
