package org.linli.cases.asking;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.cases.CaseFile;
import org.linli.cases.Neighbour;

/// Whom of a place to ask whether a case is done: pure. Nobody whom it concerns, as they are asked for a verdict
/// anyhow; nobody who was asked often of late; not always the same.
record ChooseNeighbours(CaseFile file, Map<String, Integer> askedOfLate) {

    static final int MOST = 3;

    /// By person, within a week.
    static final int MOST_A_WEEK = 2;

    /// @param candidates residents of the place with where they are reached
    List<Neighbour> of(List<Neighbour> candidates) {
        return candidates.stream()
                .filter(it -> file.residents().noneMatch(it::isSameAs))
                .filter(it -> askedOfLate.getOrDefault(it.resident(), 0) < MOST_A_WEEK)
                .sorted(Comparator.comparing(it -> lot(file.it().number(), String.valueOf(it.resident()))))
                .limit(MOST)
                .toList();
    }

    /// By which residents are put in order: another one for each case, and the same however often it is asked for.
    static UUID lot(String number, String resident) {
        return UUID.nameUUIDFromBytes((number + "/" + resident).getBytes(StandardCharsets.UTF_8));
    }
}
