package org.linli.notices.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.notices.Notice;
import org.linli.notices.asking.Questions;
import org.linli.notices.joining.Activities;
import org.linli.notices.joining.Activity;
import org.linli.notices.joining.Register;
import org.linli.notices.knowing.FindProgress;
import org.linli.notices.knowing.Progress;
import org.linli.notices.sending.Fate;
import org.linli.notices.sending.FindUnconfirmed;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import reactor.core.publisher.Mono;

/// Puts how far a notice is on a page: who knows, which groups wait for their owners, whether the questions stopped.
@Component
class ShowProgress {

    /// A building's bar.
    ///
    /// @param place empty for those of whom no home is known
    public record Building(String id, String place, long total, long told, long missed) {}

    /// How many come.
    ///
    /// @param places 0: as many as come
    public record SignedUp(int people, int entries, int waiting, int places) {

        static SignedUp of(Activity activity, Register register) {
            return new SignedUp(
                    register.people(),
                    register.coming().size(),
                    register.waiting().size(),
                    activity.invites().places());
        }
    }

    private final Activities activities;
    private final FindProgress progress;
    private final Questions questions;
    private final FindUnconfirmed unconfirmed;
    private final Communities communities;
    private final Clock clock;

    ShowProgress(
            Activities activities,
            FindProgress progress,
            Questions questions,
            FindUnconfirmed unconfirmed,
            Communities communities,
            Clock clock) {
        this.activities = activities;
        this.progress = progress;
        this.questions = questions;
        this.unconfirmed = unconfirmed;
        this.communities = communities;
        this.clock = clock;
    }

    Mono<Void> of(Notice it, Model model) {
        return Mono.zip(
                        progress.of(it),
                        communities.map(it.community()),
                        questions.around(it),
                        owners(it),
                        progress.households(it),
                        progress.waitingGroups(it))
                .doOnNext(found -> {
                    model.addAttribute("id", it.id());
                    model.addAttribute("progress", found.getT1());
                    model.addAttribute("buildings", buildings(found.getT1().where(), found.getT2()));
                    model.addAttribute("asked", found.getT3());
                    model.addAttribute("owners", found.getT4());
                    model.addAttribute("households", found.getT5());
                    model.addAttribute(
                            "far", HowFar.of(it, found.getT1(), found.getT6(), found.getT2(), clock.instant()));
                })
                .then(signedUp(it, model));
    }

    private Mono<Void> signedUp(Notice it, Model model) {
        return activities
                .of(it)
                .flatMap(activity -> activities.register(activity).map(found -> SignedUp.of(activity, found)))
                .doOnNext(found -> model.addAttribute("signed", found))
                .then();
    }

    /// Who has to confirm it at the platform before a group reads it.
    private Mono<List<FindUnconfirmed.Owner>> owners(Notice it) {
        return Mono.zip(
                        progress.waitingGroups(it),
                        unconfirmed.owners(it.community()).collectList())
                .map(found -> found.getT2().stream()
                        .filter(owner -> found.getT1().contains(owner.who()))
                        .toList());
    }

    private static List<Building> buildings(Map<String, Map<Fate, Long>> where, CommunityMap map) {
        return where.entrySet().stream()
                .map(it -> new Building(
                        it.getKey(),
                        map.place(it.getKey()).map(map::display).orElse(""),
                        Progress.sum(it.getValue()),
                        Progress.told(it.getValue()),
                        Progress.missed(it.getValue())))
                .toList();
    }
}
