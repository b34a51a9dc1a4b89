package org.linli.notices.web;

import org.jspecify.annotations.Nullable;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.linli.notices.audience.FindAudience;
import org.linli.notices.audience.Reading;
import org.linli.notices.audience.SaveAudience;
import org.linli.notices.audience.SavedAudience;
import org.linli.notices.audience.SavedAudiences;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/// Audiences that staff keeps under names, counted as they are now.
@Controller
class AudiencesPage {

    /// @param people how many they are now; `null` where the line names what is no more
    public record Kept(
            String name, String line, String by, @Nullable Long people) {}

    /// @param save what the audience in the form is to be called
    record Named(
            @Nullable String save,
            @Nullable String audience,
            @Nullable String name) {}

    private final AtTheNotices desk;
    private final SavedAudiences saved;
    private final SaveAudience save;
    private final FindAudience audience;
    private final Communities communities;

    AudiencesPage(
            AtTheNotices desk,
            SavedAudiences saved,
            SaveAudience save,
            FindAudience audience,
            Communities communities) {
        this.desk = desk;
        this.saved = saved;
        this.save = save;
        this.audience = audience;
        this.communities = communities;
    }

    /// @param said the end of a key of words; empty: nothing
    @GetMapping("/desk/notices/audiences")
    Mono<String> all(@RequestParam(defaultValue = "") String said, Model model) {
        model.addAttribute("said", said.matches("[a-z-]{0,20}") ? said : "");
        return desk.member()
                .flatMap(member -> communities
                        .map(member.community())
                        .flatMap(map -> saved.of(member.community())
                                .concatMap(it -> kept(it, map))
                                .collectList()))
                .doOnNext(all -> model.addAttribute("audiences", all))
                .thenReturn("notices/audiences");
    }

    /// A piece of the page on which one writes: what became of it.
    @PostMapping("/desk/notices/audiences/kept")
    Mono<String> keep(Named form, Model model) {
        return desk.member()
                .flatMap(member -> save.as(member, NoticeForm.said(form.save()), NoticeForm.said(form.audience())))
                .doOnNext(result -> {
                    model.addAttribute("said", result.word());
                    model.addAttribute("name", NoticeForm.said(form.save()));
                })
                .thenReturn("notices/kept");
    }

    @PostMapping("/desk/notices/audiences")
    Mono<String> keep(Named form) {
        return desk.member()
                .flatMap(member -> save.as(member, NoticeForm.said(form.save()), NoticeForm.said(form.audience())))
                .map(result -> "redirect:/desk/notices/audiences?said=" + result.word());
    }

    @PostMapping("/desk/notices/audiences/gone")
    Mono<String> letGo(Named form) {
        return desk.member()
                .flatMap(member -> save.letGo(member, NoticeForm.said(form.name())))
                .thenReturn("redirect:/desk/notices/audiences?said=gone");
    }

    private Mono<Kept> kept(SavedAudience it, CommunityMap map) {
        String by = map.staffMember(it.by()).map(StaffMember::name).orElse(it.by());
        return audience.read(it.community(), it.line())
                .flatMap(reading -> reading instanceof Reading.Understood(var whom)
                        ? audience.count(it.community(), whom).map(people -> new Kept(it.name(), it.line(), by, people))
                        : Mono.just(new Kept(it.name(), it.line(), by, null)));
    }
}
