package org.linli.cases.web;

import java.util.List;
import java.util.stream.Stream;
import org.linli.cases.CaseFile;
import org.linli.cases.Neighbour;
import org.linli.community.StaffMember;
import org.linli.dialogue.extract.Exchanged;
import org.linli.dialogue.extract.ReadTalks;
import org.linli.dialogue.extract.ReadTalks.Teller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The talk that led to a case and concerns it, for those who may look at talks.
@Component
class TalkAboutCase {

    /// Of a case that a whole building joined, these many residents' talks are shown.
    private static final int MOST_PEOPLE = 20;

    private final ReadTalks talks;

    TalkAboutCase(ReadTalks talks) {
        this.talks = talks;
    }

    /// The earliest line first. Never empty; the list may be.
    Mono<List<TalkLine>> lines(CaseFile file, AtTheDesk.Look look, boolean unmasked) {
        return exchanged(file, look.member())
                .map(lines -> lines.stream()
                        .map(line -> TalkLine.of(line, file, look, unmasked))
                        .toList());
    }

    /// The same, not masked.
    Mono<List<Exchanged>> exchanged(CaseFile file, StaffMember member) {
        if (!TalksInSight.mayLook(member)) {
            return Mono.just(List.of());
        }
        var it = file.it();
        return talks.about(it.community(), it.number(), tellers(file), it.openedAt());
    }

    private static List<Teller> tellers(CaseFile file) {
        return Stream.concat(Stream.of(file.it().reporter()), file.supporters().stream())
                .limit(MOST_PEOPLE)
                .flatMap(TalkAboutCase::tellers)
                .distinct()
                .toList();
    }

    /// Whoever spoke in a group is told the rest alone.
    private static Stream<Teller> tellers(Neighbour who) {
        return Stream.concat(
                Stream.of(new Teller(who.address(), who.group())),
                Stream.ofNullable(who.privately()).map(alone -> new Teller(alone, null)));
    }
}
