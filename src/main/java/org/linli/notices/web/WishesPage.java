package org.linli.notices.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.community.QuietHours;
import org.linli.notices.Kind;
import org.linli.notices.Notice;
import org.linli.notices.Notices;
import org.linli.notices.sending.FindWishes;
import org.linli.notices.sending.NoticeLinks;
import org.linli.notices.sending.Wishes;
import org.linli.notices.sending.WishesSaid;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/// What a resident wants to be told, and when not: from the person's own link of any notice.
@Controller
class WishesPage {

    /// @param kinds those that are wanted; `null` where none is ticked
    /// @param quiet like `22:00-7:00`; empty: never
    record Form(@Nullable List<String> kinds, @Nullable String quiet) {

        boolean wants(Kind kind) {
            return kinds != null && kinds.contains(kind.word());
        }

        Optional<QuietHours> hours() {
            return QuietHours.parse(quiet == null ? "" : quiet);
        }

        @Override
        public String toString() {
            return "Form[]";
        }
    }

    private static final String PATH = "/notice/{community}/{id}/{who}/{signature}/wishes";

    private final Notices notices;
    private final NoticeLinks links;
    private final FindWishes wishes;
    private final Effects effects;
    private final Clock clock;

    WishesPage(Notices notices, NoticeLinks links, FindWishes wishes, Effects effects, Clock clock) {
        this.notices = notices;
        this.links = links;
        this.wishes = wishes;
        this.effects = effects;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Mono<String> page(
            @PathVariable String community,
            @PathVariable String id,
            @PathVariable String who,
            @PathVariable String signature,
            Model model) {
        return opened(community, id, who, signature).flatMap(it -> page(it, who, signature, false, model));
    }

    @PostMapping(PATH)
    Mono<String> said(
            @PathVariable String community,
            @PathVariable String id,
            @PathVariable String who,
            @PathVariable String signature,
            Form form,
            Model model) {
        return opened(community, id, who, signature)
                .flatMap(it -> effects.commit(
                                List.of(new WishesSaid(it.community(), who, wanted(form), clock.instant())))
                        .then(page(it, who, signature, true, model)));
    }

    private static Wishes wanted(Form form) {
        return new Wishes(
                Arrays.stream(Kind.values()).filter(it -> !form.wants(it)).collect(Collectors.toUnmodifiableSet()),
                form.hours().orElse(null));
    }

    private Mono<String> page(Notice it, String who, String signature, boolean saved, Model model) {
        String own = NoticeLinks.path(it) + "/" + who + "/" + signature;
        return wishes.of(it.community(), List.of(who))
                .map(known -> known.getOrDefault(who, Wishes.NONE))
                .doOnNext(known -> {
                    model.addAttribute("own", own);
                    model.addAttribute("saved", saved);
                    model.addAttribute("kinds", Kind.values());
                    model.addAttribute("unwanted", known.unwanted());
                    model.addAttribute(
                            "quiet",
                            Optional.ofNullable(known.quiet())
                                    .map(QuietHours::text)
                                    .orElse(""));
                })
                .thenReturn("notices/wishes");
    }

    /// Never empty; signals 404.
    private Mono<Notice> opened(String community, String id, String who, String signature) {
        return Mono.fromSupplier(() -> new CommunityId(community))
                .onErrorMap(IllegalArgumentException.class, _ -> AtTheNotices.notThere())
                .flatMap(it -> Mono.zip(notices.find(it, id), links.signing()))
                .filter(found -> found.getT2().opens(found.getT1(), who, signature))
                .map(found -> found.getT1())
                .switchIfEmpty(Mono.error(AtTheNotices::notThere));
    }
}
