package org.linli.notices.writing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.linli.community.StaffMember;
import org.linli.notices.Notice;
import org.linli.notices.Notices;
import org.linli.notices.joining.Activities;
import org.linli.notices.joining.Activity;
import org.linli.notices.joining.ActivityLetters;
import org.linli.notices.joining.Register;
import org.linli.notices.joining.RegisterMoved;
import org.linli.notices.writing.HandleNotices.Result;
import org.linli.platform.database.Effect;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// More places at an activity, or fewer, though never fewer than those who come. Whoever moves up is told.
@Service
public class ChangePlaces {

    /// People sign up in between.
    private static final int TRIES = 4;

    private record Found(Activity activity, Register register) {

        Found of(int places) {
            return new Found(activity.of(places), register.of(places));
        }

        List<Effect> effects() {
            var up = register.movingUp();
            var effects = new ArrayList<Effect>(List.of(new RegisterMoved(activity, up)));
            effects.addAll(ActivityLetters.movedUp(activity, up));
            return effects;
        }
    }

    private final Notices notices;
    private final Activities activities;
    private final WriteStep write;
    private final Clock clock;

    ChangePlaces(Notices notices, Activities activities, WriteStep write, Clock clock) {
        this.notices = notices;
        this.activities = activities;
        this.write = write;
        this.clock = clock;
    }

    /// Declines `not-now` where nobody can sign up any more, `places-few` where more people come. Empty where one never
    /// could.
    ///
    /// @param places 0: for as many as come
    public Mono<Result> to(StaffMember member, Notice notice, int places) {
        return to(member, notice, places, TRIES);
    }

    private Mono<Result> to(StaffMember member, Notice notice, int places, int tries) {
        return found(notice)
                .flatMap(it -> changed(member, it.of(places)))
                .flatMap(result -> tries > 1 && result.equals(new Result.Declined("changed"))
                        ? notices.find(notice.community(), notice.id()).flatMap(it -> to(member, it, places, tries - 1))
                        : Mono.just(result));
    }

    private Mono<Result> changed(StaffMember member, Found it) {
        var notice = it.activity().notice();
        if (!member.seesEverything() || !it.activity().isOpen(clock.instant())) {
            return WriteStep.declined("not-now");
        }
        return it.register().fits()
                ? write.of(
                        notice.version(),
                        notice.to(notice.state(), notice.approver(), notice.sendAt()),
                        "places",
                        member,
                        it.effects().toArray(Effect[]::new))
                : WriteStep.declined("places-few");
    }

    /// What is wrong with the places of a correction. Empty where nothing is.
    Flux<Fault> faults(Notice correction) {
        return taken(correction)
                .filter(it -> !it.register().fits())
                .map(it -> Fault.of("invites", "taken", it.register().people()))
                .flux();
    }

    /// What becomes of those who signed up for what it corrects, before it takes them over. Never empty.
    Mono<List<Effect>> follows(Notice correction) {
        return taken(correction).map(Found::effects).defaultIfEmpty(List.of());
    }

    private Mono<Found> taken(Notice correction) {
        var wrong = correction.corrects();
        var invites = correction.invites();
        return wrong == null || invites == null
                ? Mono.empty()
                : notices.find(correction.community(), wrong)
                        .flatMap(this::found)
                        .map(it -> it.of(invites.places()));
    }

    private Mono<Found> found(Notice notice) {
        return activities.of(notice).flatMap(it -> activities.register(it).map(register -> new Found(it, register)));
    }
}
