package org.linli.cases.merging;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.linli.cases.Case;
import org.linli.cases.CaseFile;
import org.linli.cases.CaseLetters;
import org.linli.cases.Neighbour;
import org.linli.outbox.Letter;

/// Who hears that cases were merged or taken apart: pure.
record MergeLetters(CaseLetters letters) {

    /// Whoever waited for the one that rests, and the units of both.
    List<Letter> merged(CaseFile source, Case target) {
        var told = new ArrayList<Letter>();
        letters.toThese(source.waiting(), "case-merged", target, source.it().number())
                .forEach(told::add);
        toUnit("case-unit-merged", target, source.it().number()).forEach(told::add);
        if (!source.it().care().unit().equals(target.care().unit())) {
            toUnit("case-unit-rests", source.it(), target.number()).forEach(told::add);
        }
        return List.copyOf(told);
    }

    /// Whoever waits for the one that goes on by itself again, and its unit.
    List<Letter> takenApart(Case source, Stream<Neighbour> people, Case target) {
        return Stream.concat(
                        letters.toThese(people, "case-taken-apart", source, target.number()),
                        toUnit("case-unit-taken-apart", source, target.number()))
                .toList();
    }

    /// Whoever got a case of their own.
    Stream<Letter> split(Stream<Neighbour> people, Case fresh, String from) {
        return letters.toThese(people, "case-split", fresh, from);
    }

    private Stream<Letter> toUnit(String template, Case it, String other) {
        return letters.toStaffOf(it.care().unit(), template, it, other);
    }
}
