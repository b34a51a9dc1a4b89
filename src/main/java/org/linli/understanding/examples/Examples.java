package org.linli.understanding.examples;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// All examples of the folder, in the order of its files.
///
/// @param warnings what is odd but no obstacle: the same sentence under two labels
public record Examples(List<Example> all, List<String> warnings) {

    public Examples {
        all = List.copyOf(all);
        warnings = List.copyOf(warnings);
    }

    /// Reads every file; signals all broken ones together.
    ///
    /// @param files text by path within the folder
    /// @throws BrokenExamples where a file is broken, or where fewer than two labels are left to tell apart
    public static Examples read(SortedMap<String, String> files) {
        var all = new ArrayList<Example>();
        var faults = new ArrayList<String>();
        files.forEach((path, text) -> {
            try {
                all.addAll(new ExampleFile(path).read(text));
            } catch (BrokenExamples broken) {
                faults.addAll(broken.faults());
            }
        });
        if (faults.isEmpty() && all.stream().map(Example::label).distinct().count() < 2) {
            faults.add("fewer than two labels found, expected files like report/noise.yml and chatter.yml");
        }
        if (!faults.isEmpty()) {
            throw new BrokenExamples(faults);
        }
        return new Examples(all, duplicates(all));
    }

    /// Names this content: the same files give the same print, any change another.
    public static String print(SortedMap<String, String> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.forEach((path, text) ->
                    digest.update((path + "\0" + text.length() + "\0" + text).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java knows SHA-256", impossible);
        }
    }

    private static List<String> duplicates(List<Example> all) {
        Map<String, Example> first = new HashMap<>();
        var warnings = new ArrayList<String>();
        for (Example it : all) {
            var earlier = first.putIfAbsent(it.text(), it);
            if (earlier != null && !earlier.label().equals(it.label())) {
                warnings.add("%s: the same example is at %s under '%s'"
                        .formatted(it.where(), earlier.where(), earlier.label()));
            }
        }
        return warnings;
    }
}
