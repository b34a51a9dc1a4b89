package org.linli.notices.web;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.notices.Notice;
import org.linli.notices.joining.SignUpByPage;
import org.linli.notices.sending.NoticeLinks;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/// The buttons for signing up on a notice's page, for whoever is known by the link; then back to the page, which says
/// what became of it.
@Controller
class JoinPage {

    /// @param people how many come, as somebody wrote it
    record Form(@Nullable String people) {

        /// 0 for what is no number of people.
        int number() {
            String plain = NoticeForm.said(people);
            int many = plain.matches("[0-9]{1,3}") ? Integer.parseInt(plain) : 0;
            return many > SignUpByPage.MOST ? 0 : many;
        }
    }

    private static final String PATH = "/notice/{community}/{id}/{who}/{signature}";

    /// Too many or none: the end of a key of words, like those of [org.linli.notices.joining.Register.What].
    private static final String NUMBER = "number";

    private static final String OVER = "over";

    private final SaidNotices said;
    private final NoticeLinks links;
    private final SignUpByPage signUp;

    JoinPage(SaidNotices said, NoticeLinks links, SignUpByPage signUp) {
        this.said = said;
        this.links = links;
        this.signUp = signUp;
    }

    @PostMapping(PATH + "/join")
    Mono<String> join(
            @PathVariable String community,
            @PathVariable String id,
            @PathVariable String who,
            @PathVariable String signature,
            @RequestParam(defaultValue = "") String lang,
            Form form) {
        int many = form.number();
        return back(
                community,
                id,
                who,
                signature,
                lang,
                it -> many == 0
                        ? Mono.just(NUMBER)
                        : signUp.join(it, who, many).map(what -> what.name().toLowerCase(Locale.ROOT)));
    }

    @PostMapping(PATH + "/leave")
    Mono<String> leave(
            @PathVariable String community,
            @PathVariable String id,
            @PathVariable String who,
            @PathVariable String signature,
            @RequestParam(defaultValue = "") String lang) {
        return back(
                community,
                id,
                who,
                signature,
                lang,
                it -> signUp.leave(it, who).map(what -> what.name().toLowerCase(Locale.ROOT)));
    }

    /// Signals 404 where the link is nobody's.
    private Mono<String> back(
            String community,
            String id,
            String who,
            String signature,
            String lang,
            Function<Notice, Mono<String>> step) {
        return Mono.zip(said.find(community, id), links.signing())
                .filter(found -> found.getT2().opens(found.getT1(), who, signature))
                .switchIfEmpty(Mono.error(AtTheNotices::notThere))
                .flatMap(found -> step.apply(found.getT1())
                        .defaultIfEmpty(OVER)
                        .map(what -> "redirect:" + found.getT2().path(found.getT1(), who) + "?joined=" + what
                                + ShowJoining.spoken(lang) + "#join"));
    }
}
