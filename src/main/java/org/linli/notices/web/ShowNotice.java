package org.linli.notices.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.linli.community.Communities;
import org.linli.community.StaffMember;
import org.linli.notices.Notice;
import org.linli.notices.Notices;
import org.linli.notices.sending.PlanReach;
import org.linli.notices.writing.LookAtNotice;
import org.linli.notices.writing.NoticeLook;
import org.linli.notices.writing.RemindReaders;
import org.linli.notices.writing.WarnBeforeSending;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import reactor.core.publisher.Mono;

/// Puts one notice on a page.
@Component
class ShowNotice {

    static final Set<String> TROUBLES = Set.of(
            "faults",
            "four-eyes",
            "not-now",
            "changed",
            "twice",
            "grown",
            "left",
            "reminded-early",
            "reminded-enough",
            "all-read",
            "places-few",
            "places-none",
            "enclosed-gone",
            "enclosed-none",
            "enclosed-many",
            "enclosed-type",
            "enclosed-large");

    private final LookAtNotice look;
    private final PlanReach plan;
    private final ShowProgress progress;
    private final Notices notices;
    private final Communities communities;
    private final ShowWriting writing;
    private final WarnBeforeSending warn;
    private final RemindReaders remind;
    private final Clock clock;

    ShowNotice(
            LookAtNotice look,
            PlanReach plan,
            ShowProgress progress,
            Notices notices,
            Communities communities,
            ShowWriting writing,
            WarnBeforeSending warn,
            RemindReaders remind,
            Clock clock) {
        this.look = look;
        this.plan = plan;
        this.progress = progress;
        this.notices = notices;
        this.communities = communities;
        this.writing = writing;
        this.warn = warn;
        this.remind = remind;
        this.clock = clock;
    }

    Mono<String> page(StaffMember member, Notice it, String trouble, Model model) {
        model.addAttribute("trouble", TROUBLES.contains(trouble) ? trouble : "");
        return look.at(it)
                .doOnNext(seen -> look(member, seen, model))
                .then(warn.of(it).collectList().doOnNext(found -> model.addAttribute("warnings", found)))
                .then(writing.of(it, model))
                .then(it.state().isOpen() ? planned(it, member, model) : reached(it, member, model))
                .then(notices.history(it)
                        .map(step -> new StepView(SpokenMoment.of(step.at()), step.what(), step.by()))
                        .collectList())
                .doOnNext(history -> model.addAttribute("history", history))
                .then(communities.map(it.community()))
                .doOnNext(map -> model.addAttribute("it", NoticeView.of(it, map, clock.instant())))
                .thenReturn("notices/notice");
    }

    private Mono<Void> reached(Notice it, StaffMember member, Model model) {
        return progress.of(it, model)
                .then(remind.of(it))
                .filter(found -> member.seesEverything() && RemindView.isShown(found))
                .doOnNext(found -> model.addAttribute("remind", RemindView.of(found)))
                .then();
    }

    /// @param what the end of a key of words
    public record StepView(String at, String what, String by) {}

    private static void look(StaffMember member, NoticeLook seen, Model model) {
        boolean draft = seen.notice().state() == Notice.State.DRAFT;
        boolean waiting = seen.notice().state() == Notice.State.WAITING;
        var may = new ArrayList<String>();
        if (draft) {
            may.add(seen.approval().mayAlone(member) ? "send" : "ask");
        }
        if (waiting && seen.approval().mayApprove(member)) {
            may.add("approve");
        }
        if (waiting && member.seesEverything()) {
            may.add("refuse");
        }
        model.addAttribute("may", List.copyOf(may));
        model.addAttribute("version", seen.notice().version());
        model.addAttribute("people", seen.people());
        model.addAttribute("faults", seen.notice().state().isOpen() ? seen.faults() : List.of());
        model.addAttribute("mayStop", member.seesEverything());
    }

    /// Whoever does not look after all of it sees how many are not reached, and not who they are.
    private Mono<Void> planned(Notice it, StaffMember member, Model model) {
        model.addAttribute("maySeeWho", member.seesEverything());
        return plan.of(it).doOnNext(found -> model.addAttribute("plan", found)).then();
    }
}
