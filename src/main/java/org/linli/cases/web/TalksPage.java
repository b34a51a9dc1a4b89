package org.linli.cases.web;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.dialogue.TalkLive;
import org.linli.dialogue.kept.Talks;
import org.linli.platform.jobs.Closing;
import org.linli.platform.redis.Live;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Talks that wait for a person: what was said last, an answer in person, handing back.
@Controller
class TalksPage {

    /// What a form hands in.
    ///
    /// @param talk     the handle of the talk
    /// @param occasion made with the page, so that a form sent twice says it once
    record TalkForm(
            @Nullable String talk,
            @Nullable String occasion,
            @Nullable String words) {}

    private static final Set<String> SAID = Set.of("answered", "back", "gone", "empty", "missed");
    private static final Duration CALM = Duration.ofMillis(400);
    private static final Duration TICK = Duration.ofSeconds(30);

    private final AtTheDesk desk;
    private final TalksInSight inSight;
    private final Talks talks;
    private final Live live;
    private final Closing closing;
    private final SentOnPage sent;

    TalksPage(AtTheDesk desk, TalksInSight inSight, Talks talks, Live live, Closing closing, SentOnPage sent) {
        this.desk = desk;
        this.inSight = inSight;
        this.talks = talks;
        this.live = live;
        this.closing = closing;
        this.sent = sent;
    }

    /// Signals 404 for staff who have no part in talks.
    @GetMapping("/desk/talks")
    Mono<String> page(@Nullable String said, Model model) {
        if (said != null && SAID.contains(said)) {
            model.addAttribute("said", "talks.said." + said);
            model.addAttribute("well", said.equals("answered") || said.equals("back") || said.equals("missed"));
        }
        model.addAttribute("occasion", UUID.randomUUID().toString());
        return look().flatMap(look -> inSight.of(look.member(), look.map())
                        .map(seen -> TalkView.of(seen, look))
                        .collectList()
                        .doOnNext(all -> model.addAttribute("talks", all))
                        .flatMap(all -> sent.fill(look, media(all), model)))
                .thenReturn("cases/talks");
    }

    private static List<String> media(List<TalkView> talks) {
        return talks.stream()
                .flatMap(talk -> talk.lines().stream())
                .flatMap(line -> Stream.ofNullable(line.media()))
                .toList();
    }

    @PostMapping("/desk/talks/answer")
    Mono<String> answer(TalkForm form) {
        return look().flatMap(look -> answered(look, form));
    }

    private Mono<String> answered(AtTheDesk.Look look, TalkForm form) {
        String words = form.words() == null ? "" : form.words().strip();
        if (words.isEmpty()) {
            return Mono.just("redirect:/desk/talks?said=empty");
        }
        return meant(look, form)
                .flatMap(it ->
                        talks.answer(look.map().id(), it.talk().conversation(), key(it, form), look.member(), words))
                .map(done -> "redirect:/desk/talks?said=" + (done ? "answered" : "gone"))
                .defaultIfEmpty("redirect:/desk/talks?said=gone");
    }

    @PostMapping("/desk/talks/back")
    Mono<String> handBack(TalkForm form) {
        return look().flatMap(look -> meant(look, form)
                        .flatMap(it -> talks.handBack(look.map().id(), it.talk().conversation())))
                .map(done -> "redirect:/desk/talks?said=" + (done ? "back" : "gone"))
                .defaultIfEmpty("redirect:/desk/talks?said=gone");
    }

    /// Tells an open page to look again; says nothing itself.
    @GetMapping(path = "/desk/talks/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ResponseBody
    Flux<ServerSentEvent<String>> live() {
        return look().flatMapMany(look ->
                        Flux.merge(live.hear(TalkLive.topic(look.map().id())).sample(CALM), Flux.interval(TICK)))
                .map(_ -> ServerSentEvent.builder("changed").event("talks").build())
                .takeUntilOther(closing.soon());
    }

    private Mono<AtTheDesk.Look> look() {
        return desk.look()
                .filter(look -> TalksInSight.mayLook(look.member()))
                .switchIfEmpty(Mono.error(AtTheDesk::notFound));
    }

    /// Empty when it is not this person's to see, or waits no more.
    private Mono<TalksInSight.Seen> meant(AtTheDesk.Look look, TalkForm form) {
        return inSight.of(look.member(), look.map())
                .filter(seen -> seen.handle().equals(form.talk()))
                .next();
    }

    private static String key(TalksInSight.Seen seen, TalkForm form) {
        String made = form.occasion();
        return seen.handle() + "/"
                + (made != null && made.matches("[0-9a-f-]{36}")
                        ? made
                        : seen.talk().since().toString());
    }
}
