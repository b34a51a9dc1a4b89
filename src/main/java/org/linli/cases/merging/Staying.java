package org.linli.cases.merging;

import java.util.List;
import java.util.stream.Stream;
import org.linli.cases.CaseFile;
import org.linli.cases.Neighbour;

/// Who stays in a case although they leave it, because they came with another case that rests there as well: pure.
///
/// @param file    the case
/// @param leaving of its supporters
/// @param others  what rests in it, the earliest first
record Staying(CaseFile file, List<Neighbour> leaving, List<CaseFile> others) {

    private record Candidate(Neighbour who, String with) {}

    List<PeopleBrought> brought() {
        var left = file.residents().filter(it -> !leaving.contains(it)).toList();
        var candidates = others.stream().flatMap(this::candidates).toList();
        return Merging.newTo(left, candidates.stream().map(Candidate::who)).stream()
                .flatMap(who ->
                        candidates.stream().filter(it -> it.who().equals(who)).limit(1))
                .map(it -> new PeopleBrought(
                        file.it().community(), it.with(), file.it().number(), List.of(it.who())))
                .toList();
    }

    private Stream<Candidate> candidates(CaseFile other) {
        return other.waiting()
                .filter(it -> leaving.stream().anyMatch(it::isSameAs))
                .map(it -> new Candidate(it, other.it().number()));
    }
}
