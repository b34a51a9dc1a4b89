package org.linli.polls.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.linli.polls.proposals.NegativeList;

/// How people say what they vote and that they agree, and the list of what no money is given for.
public final class FuzzedBallotWords {

    private FuzzedBallotWords() {}

    /// What looks right.
    public static List<byte[]> seeds() throws Exception {
        return List.of(
                "投 1、3 号 #12".getBytes(UTF_8),
                "同意合并 #1".getBytes(UTF_8),
                "把2号改成三号".getBytes(UTF_8),
                java.nio.file.Files.readAllBytes(java.nio.file.Path.of("templates/polls/negative-list.yml")));
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        CastWords.areIn(text, false);
        CastWords.poll(text);
        ConsentWords.agrees(text);
        ConsentWords.which(text);
        try {
            NegativeList.read(text).check(text, java.math.BigDecimal.TEN);
        } catch (IllegalArgumentException refused) {
            // as it should be
        }
    }
}
