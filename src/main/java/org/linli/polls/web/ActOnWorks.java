package org.linli.polls.web;

import java.util.List;
import java.util.Set;
import org.linli.community.StaffMember;
import org.linli.media.CleanUploads;
import org.linli.polls.rounds.Round;
import org.linli.polls.works.MilestonePictures;
import org.linli.polls.works.Milestones;
import org.linli.polls.works.Payments;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// What is entered about a project. Money and dates are the community's; whoever carries out says what is done, and
/// shows it.
@Component
class ActOnWorks {

    private static final Set<String> OF_THE_COMMUNITY = Set.of("money", "milestone");

    private static final List<String> NO_SUCH = List.of("milestone");

    private final Payments payments;
    private final Milestones milestones;
    private final MilestonePictures pictures;
    private final CleanUploads clean;

    ActOnWorks(Payments payments, Milestones milestones, MilestonePictures pictures, CleanUploads clean) {
        this.payments = payments;
        this.milestones = milestones;
        this.pictures = pictures;
        this.clean = clean;
    }

    /// Signals [org.linli.channels.MediaFailure] for a picture that is none.
    ///
    /// @return the fields that are wrong: then nothing was changed. Never empty
    Mono<List<String>> act(StaffMember member, Round round, String act, WorksForm form) {
        if (OF_THE_COMMUNITY.contains(act) && !member.seesEverything()) {
            return Mono.error(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
        }
        var wrong = form.wrong(act);
        return wrong.isEmpty() ? done(member, round, act, form) : Mono.just(wrong);
    }

    private Mono<List<String>> done(StaffMember member, Round round, String act, WorksForm form) {
        return switch (act) {
            case "money" ->
                payments.add(round, form.proposal(), form.payment(), member.name())
                        .thenReturn(List.of());
            case "milestone" ->
                milestones
                        .add(round, form.proposal(), form.named(), form.dueOn())
                        .thenReturn(List.of());
            case "reached" ->
                milestones.reached(round, form.proposal(), form.milestone()).map(found -> found ? List.of() : NO_SUCH);
            case "picture" -> picture(member, round, form);
            default -> Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        };
    }

    private Mono<List<String>> picture(StaffMember member, Round round, WorksForm form) {
        return milestones
                .of(round)
                .any(it -> it.proposal() == form.proposal() && it.number() == form.milestone())
                .flatMap(found -> found ? shown(member, round, form) : Mono.just(NO_SUCH));
    }

    private Mono<List<String>> shown(StaffMember member, Round round, WorksForm form) {
        return Mono.justOrEmpty(form.picture())
                .flatMap(clean::picture)
                .flatMap(it -> pictures.keep(round, form.proposal(), form.milestone(), it, member.name()))
                .filter(kept -> kept)
                .map(_ -> List.<String>of())
                .defaultIfEmpty(List.of("picture"));
    }
}
