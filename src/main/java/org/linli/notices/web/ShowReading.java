package org.linli.notices.web;

import java.util.List;
import org.linli.community.Communities;
import org.linli.notices.Notice;
import org.linli.notices.Notices;
import org.linli.notices.enclosures.Enclosures;
import org.linli.notices.sending.Moments;
import org.linli.notices.sending.NoticeLinks;
import org.linli.notices.translations.Translation;
import org.linli.notices.translations.Translations;
import org.linli.platform.words.WordFile;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import reactor.core.publisher.Mono;

/// Puts a notice on the page of those who read it, in the language that they chose.
@Component
class ShowReading {

    private static final String ENGLISH = ".en";

    private final WordFile words = WordFile.of("templates/messages", "notices.properties");
    private final Notices notices;
    private final Communities communities;
    private final Enclosures enclosures;
    private final Translations translations;

    ShowReading(Notices notices, Communities communities, Enclosures enclosures, Translations translations) {
        this.notices = notices;
        this.communities = communities;
        this.enclosures = enclosures;
        this.translations = translations;
    }

    /// @param own  the path that says who reads; empty: nobody knows
    /// @param lang empty, or one that there is not: Chinese
    Mono<String> page(Notice it, String own, String lang, Model model) {
        model.addAttribute("own", own);
        model.addAttribute("path", own.isEmpty() ? NoticeLinks.path(it) : own);
        model.addAttribute("files", NoticeLinks.path(it) + "/enclosed/");
        return Mono.zip(
                        communities.map(it.community()),
                        notices.correctionOf(it).map(NoticeLinks::path).defaultIfEmpty(""),
                        enclosures.of(it),
                        translations.of(it))
                .doOnNext(found -> {
                    model.addAttribute("community", found.getT1().name());
                    model.addAttribute("it", NoticeView.of(it, found.getT1()));
                    model.addAttribute("correction", found.getT2());
                    model.addAttribute("enclosed", found.getT3());
                    speak(it, found.getT4(), lang, model);
                })
                .thenReturn("notices/read");
    }

    /// The page's own words: those of the language where somebody has put them into it, otherwise English.
    private String tongue(String lang) {
        return lang.isEmpty() ? "" : words.find("notices.read.got." + lang).isPresent() ? "." + lang : ENGLISH;
    }

    private void speak(Notice it, List<Translation> translations, String lang, Model model) {
        var chosen = translations.stream()
                .filter(other -> other.language().tag().equals(lang))
                .findFirst();
        model.addAttribute("translations", translations);
        String spoken = chosen.isPresent() ? lang : "";
        String tongue = tongue(spoken);
        model.addAttribute("lang", spoken);
        model.addAttribute("tongue", tongue);
        model.addAttribute("pageLang", tongue.isEmpty() ? "zh-CN" : tongue.substring(1));
        model.addAttribute(
                "when", tongue.isEmpty() ? Moments.of(it.period()) : Moments.in(tongue.substring(1), it.period()));
        chosen.ifPresent(other -> model.addAttribute("heading", other.title()));
        chosen.ifPresent(
                other -> model.addAttribute("lines", other.text().lines().toList()));
        model.addAttribute(
                "aloud",
                chosen.map(other -> other.title() + "\n" + other.text()).orElseGet(() -> ShowWriting.aloud(it)));
    }
}
