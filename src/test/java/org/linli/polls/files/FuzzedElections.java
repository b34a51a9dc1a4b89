package org.linli.polls.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.function.Consumer;

/// Files of elections: whatever is in them, they are read, or it is said what is broken.
public final class FuzzedElections {

    private static final List<Consumer<String>> FORMATS =
            List.of(Pabulib::read, Pabulib::votes, PrefLib::read, CondorcetFormat::read);

    private FuzzedElections() {}

    /// What looks right.
    public static List<byte[]> seeds() {
        return List.of(
                "META\nkey;value\nbudget;100\nPROJECTS\nproject_id;cost\n1;50\nVOTES\nvoter_id;vote\n1;1\n"
                        .getBytes(UTF_8),
                "# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n3: 1,2\n2: {1,2}\n".getBytes(UTF_8),
                "A > B = C ^2\n".getBytes(UTF_8));
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        for (var format : FORMATS) {
            try {
                format.accept(text);
            } catch (BrokenElection refused) {
                // as it should be
            }
        }
    }
}
