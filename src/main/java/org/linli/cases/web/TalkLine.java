package org.linli.cases.web;

import java.util.List;
import org.linli.cases.CaseFile;
import org.linli.cases.SpokenTime;
import org.linli.dialogue.extract.Exchanged;
import org.linli.platform.words.Masked;

/// One line of the talk about a case, as its page shows it.
///
/// @param side  `resident` who reported it, `neighbour` who joined, or `service`
/// @param media ids of what was sent instead of words
/// @param mark  by which staff says that it should have been understood
public record TalkLine(String side, String words, List<String> media, String ago, String at, long mark) {

    static TalkLine of(Exchanged line, CaseFile file, AtTheDesk.Look look, boolean unmasked) {
        return new TalkLine(
                side(line, file),
                unmasked ? line.words() : Masked.words(line.words()),
                line.media(),
                new SpokenTime(look.words(), look.now()).ago(line.at()),
                SpokenTime.exactly(line.at()),
                line.at().toEpochMilli());
    }

    private static String side(Exchanged line, CaseFile file) {
        var by = line.by();
        if (by == null) {
            return "service";
        }
        var reporter = file.it().reporter();
        return by.equals(reporter.address()) || by.equals(reporter.privately()) ? "resident" : "neighbour";
    }

    @Override
    public String toString() {
        return "TalkLine[" + side + "]";
    }
}
