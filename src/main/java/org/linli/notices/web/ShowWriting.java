package org.linli.notices.web;

import java.util.EnumSet;
import java.util.List;
import org.linli.community.Communities;
import org.linli.notices.Notice;
import org.linli.notices.aloud.ReadAloud;
import org.linli.notices.enclosures.Enclosures;
import org.linli.notices.repeating.Repeats;
import org.linli.notices.sending.Moments;
import org.linli.notices.sending.NoticeLinks;
import org.linli.notices.translations.Language;
import org.linli.notices.translations.Translation;
import org.linli.notices.translations.Translations;
import org.linli.outbox.WithdrawLetters;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import reactor.core.publisher.Mono;

/// Puts on a page how a notice will look and sound, and what stands beside its words.
@Component
class ShowWriting {

    private final PreviewNotice preview;
    private final Enclosures enclosures;
    private final Translations translations;
    private final Communities communities;
    private final Repeats repeats;
    private final WithdrawLetters withdraw;

    ShowWriting(
            PreviewNotice preview,
            Enclosures enclosures,
            Translations translations,
            Communities communities,
            Repeats repeats,
            WithdrawLetters withdraw) {
        this.preview = preview;
        this.enclosures = enclosures;
        this.translations = translations;
        this.communities = communities;
        this.repeats = repeats;
        this.withdraw = withdraw;
    }

    Mono<Void> of(Notice it, Model model) {
        model.addAttribute("link", NoticeLinks.path(it));
        model.addAttribute("aloud", aloud(it));
        model.addAttribute("withdraws", withdraw.able());
        return repeats.next(it)
                .doOnNext(next -> model.addAttribute("next", SpokenMoment.of(next)))
                .then(beside(it, model));
    }

    private Mono<Void> beside(Notice it, Model model) {
        return Mono.zip(enclosures.of(it), translations.of(it), communities.map(it.community()))
                .doOnNext(found -> {
                    model.addAttribute("enclosed", found.getT1());
                    model.addAttribute("translations", found.getT2());
                    model.addAttribute("untranslated", without(found.getT2()));
                    model.addAttribute("previews", preview.of(it, found.getT3()));
                })
                .then();
    }

    private static List<Language> without(List<Translation> known) {
        var left = EnumSet.allOf(Language.class);
        known.forEach(it -> left.remove(it.language()));
        return List.copyOf(left);
    }

    /// Title, text and period, to be read out.
    static String aloud(Notice it) {
        var period = Moments.of(it.period());
        return ReadAloud.of(String.join(
                "\n",
                List.of(
                        it.wording().title(),
                        it.wording().text(),
                        period.isEmpty() ? "" : period.from() + "—" + period.until())));
    }
}
