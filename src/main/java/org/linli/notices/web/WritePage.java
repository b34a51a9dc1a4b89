package org.linli.notices.web;

import java.time.Clock;
import java.util.List;
import org.linli.community.StaffMember;
import org.linli.notices.Importance;
import org.linli.notices.Invitation;
import org.linli.notices.Kind;
import org.linli.notices.Repeat;
import org.linli.notices.Wording;
import org.linli.notices.audience.FindAudience;
import org.linli.notices.audience.Reading;
import org.linli.notices.writing.HandleNotices;
import org.linli.notices.writing.NoticeTemplate;
import org.linli.notices.writing.NoticeTemplates;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/// Writes a notice: the words, whom it is for, counted while one writes.
@Controller
class WritePage {

    private static final Wording NOTHING = new Wording(Kind.POLICY, Importance.ORDINARY, "", "");

    private final AtTheNotices desk;
    private final NoticeTemplates templates;
    private final FindAudience audience;
    private final HandleNotices handle;
    private final Clock clock;

    WritePage(AtTheNotices desk, NoticeTemplates templates, FindAudience audience, HandleNotices handle, Clock clock) {
        this.desk = desk;
        this.templates = templates;
        this.audience = audience;
        this.handle = handle;
        this.clock = clock;
    }

    /// @param template of which file; empty: an empty page
    @GetMapping("/desk/notices/new")
    Mono<String> fresh(@RequestParam(defaultValue = "") String template, Model model) {
        var words = templates.find(template).map(NoticeTemplate::wording).orElse(NOTHING);
        return desk.member().flatMap(member -> form(member, NoticeForm.fresh(words, clock.instant()), model));
    }

    @GetMapping("/desk/notices/{id}/edit")
    Mono<String> again(@PathVariable String id, Model model) {
        return desk.member()
                .flatMap(member -> desk.notice(member, id)
                        .filter(it -> it.state().isOpen())
                        .switchIfEmpty(Mono.error(AtTheNotices::notThere))
                        .flatMap(it -> form(member, NoticeForm.of(it, clock.instant()), model)));
    }

    @PostMapping("/desk/notices")
    Mono<String> save(NoticeForm form, Model model) {
        return desk.member().flatMap(member -> form.hasNoPlaces() ? form(member, form, model) : saved(member, form));
    }

    private Mono<String> saved(StaffMember member, NoticeForm form) {
        return handle.save(member, form.name(), form.draft()).map(result -> switch (result) {
            case HandleNotices.Result.Done done ->
                "redirect:" + AtTheNotices.PATH + "/" + done.after().id();
            case HandleNotices.Result.Declined(var why) ->
                "redirect:" + AtTheNotices.PATH + "/" + form.name() + "?trouble=" + why;
        });
    }

    /// Who is meant by the line so far, as a piece of the page.
    @PostMapping("/desk/notices/count")
    Mono<String> count(NoticeForm form, Model model) {
        return desk.member()
                .flatMap(member -> audience.read(member.community(), NoticeForm.said(form.audience()))
                        .flatMap(reading -> counted(member, reading, model)))
                .thenReturn("notices/count");
    }

    private Mono<Void> counted(StaffMember member, Reading reading, Model model) {
        return switch (reading) {
            case Reading.Understood(var whom) ->
                audience.of(member.community(), whom)
                        .doOnNext(found -> model.addAttribute("audience", found))
                        .then();
            case Reading.NotUnderstood(var why, int at, var what) ->
                Mono.fromRunnable(() -> {
                    model.addAttribute("why", why.word());
                    model.addAttribute("facts", List.of(at + 1, what));
                });
        };
    }

    private Mono<String> form(StaffMember member, NoticeForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("noPlaces", form.hasNoPlaces());
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("whoses", Invitation.Whose.values());
        model.addAttribute("everies", Repeat.Every.values());
        model.addAttribute("importances", Importance.values());
        return audience.names(member.community())
                .doOnNext(names -> model.addAttribute("names", names))
                .thenReturn("notices/write");
    }
}
