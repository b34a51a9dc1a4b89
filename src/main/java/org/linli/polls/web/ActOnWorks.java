package org.linli.polls.web;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.linli.channels.Media;
import org.linli.community.StaffMember;
import org.linli.media.CleanUploads;
import org.linli.platform.audit.NoteChange;
import org.linli.platform.audit.Noted;
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
    private final NoteChange note;
    private final Clock clock;

    ActOnWorks(
            Payments payments,
            Milestones milestones,
            MilestonePictures pictures,
            CleanUploads clean,
            NoteChange note,
            Clock clock) {
        this.payments = payments;
        this.milestones = milestones;
        this.pictures = pictures;
        this.clean = clean;
        this.note = note;
        this.clock = clock;
    }

    /// Signals [org.linli.channels.MediaFailure] for a picture that is none.
    ///
    /// @return the fields that are wrong: then nothing was changed. Never empty
    Mono<List<String>> act(StaffMember member, Round round, String act, WorksForm form) {
        return act(member, round, act, form, Mono.justOrEmpty(form.picture()).flatMap(clean::picture));
    }

    /// The same with a picture that did not come with the form.
    ///
    /// @param picture cleaned; read only where it is shown. Empty without one
    Mono<List<String>> act(StaffMember member, Round round, String act, WorksForm form, Mono<Media> picture) {
        if (OF_THE_COMMUNITY.contains(act) && !member.seesEverything()) {
            return Mono.error(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
        }
        var wrong = form.wrong(act);
        return wrong.isEmpty() ? done(member, round, act, form, picture) : Mono.just(wrong);
    }

    private Mono<List<String>> done(StaffMember member, Round round, String act, WorksForm form, Mono<Media> picture) {
        return switch (act) {
            case "money" ->
                note.where(
                                payments.add(round, form.proposal(), form.payment(), member.name()),
                                noted(member, round, form, "money"))
                        .thenReturn(List.of());
            case "milestone" ->
                note.after(
                                milestones
                                        .add(round, form.proposal(), form.named(), form.dueOn())
                                        .thenReturn(round),
                                _ -> noted(member, round, form, "milestone set"))
                        .thenReturn(List.of());
            case "reached" ->
                note.where(
                                milestones.reached(round, form.proposal(), form.milestone()),
                                noted(member, round, form, "milestone reached"))
                        .map(found -> found ? List.of() : NO_SUCH);
            case "picture" -> show(member, round, form, picture);
            default -> Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        };
    }

    private Mono<List<String>> show(StaffMember member, Round round, WorksForm form, Mono<Media> picture) {
        return milestones
                .of(round)
                .any(it -> it.proposal() == form.proposal() && it.number() == form.milestone())
                .flatMap(found -> found ? shown(member, round, form, picture) : Mono.just(NO_SUCH));
    }

    /// A milestone has room for some pictures; for another there is none.
    private Mono<List<String>> shown(StaffMember member, Round round, WorksForm form, Mono<Media> picture) {
        return picture.flatMap(it -> note.where(
                        pictures.keep(round, form.proposal(), form.milestone(), it, member.name()),
                        noted(member, round, form, "picture")))
                .filter(kept -> kept)
                .map(_ -> List.<String>of())
                .defaultIfEmpty(List.of("picture"));
    }

    private Noted noted(StaffMember member, Round round, WorksForm form, String deed) {
        return round.noted(member, "proposal %d, %s".formatted(form.proposal(), deed), clock.instant());
    }
}
