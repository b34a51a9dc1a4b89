package org.linli.notices.web;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.community.StaffMember;
import org.linli.notices.Notice;
import org.linli.notices.writing.HandleNotices;
import org.linli.notices.writing.HandleNotices.Result;
import org.linli.notices.writing.RemindReaders;
import org.linli.notices.writing.Seen;
import org.linli.notices.writing.StopNotice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/// One notice: a second look at whom it reaches before it leaves, and how far it is afterwards.
@Controller
class NoticePage {

    private final AtTheNotices desk;
    private final ShowNotice show;
    private final ShowProgress progress;
    private final HandleNotices handle;
    private final StopNotice stop;
    private final RemindReaders remind;

    NoticePage(
            AtTheNotices desk,
            ShowNotice show,
            ShowProgress progress,
            HandleNotices handle,
            StopNotice stop,
            RemindReaders remind) {
        this.desk = desk;
        this.show = show;
        this.progress = progress;
        this.handle = handle;
        this.stop = stop;
        this.remind = remind;
    }

    /// @param trouble the end of a key of words; empty: none
    /// @param gone    how many messages were just taken back; -1: nobody tried
    /// @param left    how many could not be
    @GetMapping("/desk/notices/{id}")
    Mono<String> page(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String trouble,
            @RequestParam(defaultValue = "-1") int gone,
            @RequestParam(defaultValue = "0") int left,
            Model model) {
        model.addAttribute("gone", gone);
        model.addAttribute("left", left);
        return desk.member()
                .flatMap(member -> desk.notice(member, id).flatMap(it -> show.page(member, it, trouble, model)));
    }

    /// How far it is, as a piece of the page.
    @GetMapping("/desk/notices/{id}/progress")
    Mono<String> progress(@PathVariable String id, Model model) {
        return desk.member()
                .flatMap(member -> desk.notice(member, id))
                .flatMap(it -> progress.of(it, model))
                .thenReturn("notices/progress :: progress");
    }

    /// Back to it, with how much is gone and what stays.
    @PostMapping("/desk/notices/{id}/withdraw")
    Mono<String> withdraw(@PathVariable String id) {
        return desk.member()
                .flatMap(member -> desk.notice(member, id)
                        .flatMap(it -> stop.withdraw(member, it).map(done -> switch (done.result()) {
                            case Result.Done _ ->
                                "redirect:%s/%s?gone=%d&left=%d"
                                        .formatted(
                                                AtTheNotices.PATH,
                                                id,
                                                done.letters().gone(),
                                                done.letters().left());
                            case Result.Declined _ -> answered(it, done.result());
                        })));
    }

    /// What the page showed to whoever pressed its button; `null` where it has none.
    ///
    /// @param people how many it was for
    record SeenForm(@Nullable Long version, @Nullable Long people) {

        Seen seen() {
            return new Seen(Objects.requireNonNullElse(version, -1L), Objects.requireNonNullElse(people, 0L));
        }
    }

    /// @param act `submit`, `approve`, `refuse`, `cancel`, `stop-repeat`, `remind` or `correct`
    @PostMapping("/desk/notices/{id}/{act}")
    Mono<String> act(@PathVariable String id, @PathVariable String act, SeenForm form) {
        return desk.member()
                .flatMap(member -> desk.notice(member, id)
                        .flatMap(it -> Mono.justOrEmpty(step(member, it, act, form.seen()))
                                .flatMap(step -> step)
                                .map(result -> answered(it, result))))
                .switchIfEmpty(Mono.error(AtTheNotices::notThere));
    }

    private Optional<Mono<Result>> step(StaffMember member, Notice notice, String act, Seen seen) {
        return switch (act) {
            case "submit" -> Optional.of(handle.submit(member, notice));
            case "approve" -> Optional.of(handle.approve(member, notice, seen));
            case "refuse" -> Optional.of(handle.refuse(member, notice));
            case "cancel" -> Optional.of(stop.cancel(member, notice));
            case "stop-repeat" -> Optional.of(stop.stopRepeating(member, notice));
            case "remind" -> Optional.of(remind.remind(member, notice));
            case "correct" -> Optional.of(stop.correct(member, notice));
            default -> Optional.empty();
        };
    }

    /// Where it goes on after a step.
    static String answered(Notice notice, Result result) {
        return switch (result) {
            case Result.Done(var after)
            when after.state() == Notice.State.DRAFT && after.corrects() != null ->
                "redirect:" + AtTheNotices.PATH + "/" + after.id() + "/edit";
            case Result.Done(var after) -> "redirect:" + AtTheNotices.PATH + "/" + after.id();
            case Result.Declined(var why) -> "redirect:" + AtTheNotices.PATH + "/" + notice.id() + "?trouble=" + why;
        };
    }
}
