package org.linli.notices.chat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.community.Resident;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.notices.asking.LiveNotice;
import org.linli.notices.asking.LiveNotices;
import org.linli.notices.asking.PutToNotice;
import org.linli.notices.asking.Questions;
import org.linli.notices.sending.Moments;
import org.linli.platform.database.Effect;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Answers "停水到几点？" from the notice that says it, and whether it concerns the own home. A group is answered once in
/// ten minutes. What no notice says stays with staff, and is remembered.
@Component
class AskNotice implements Skill {

    private static final Intent ANSWERED = new Intent("notice.ask");
    private static final Intent UNANSWERED = new Intent("ask.notice");
    private static final Duration JUST_NOW = Duration.ofMinutes(10);

    private final LiveNotices live;
    private final Questions questions;

    AskNotice(LiveNotices live, Questions questions) {
        this.live = live;
        this.questions = questions;
    }

    @Override
    public String id() {
        return "ask-notice";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.equals(ANSWERED);
    }

    @Override
    public Optional<Intent> recognises(Speaker speaker, String said) {
        return speaker.staff() == null && live.about(speaker, said).isPresent()
                ? Optional.of(ANSWERED)
                : Optional.empty();
    }

    @Override
    public Optional<Effect> leftOpen(Request request) {
        return request.intent().equals(UNANSWERED) ? Optional.of(asked(request, "")) : Optional.empty();
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return Mono.justOrEmpty(live.about(request.speaker(), request.text()))
                .flatMap(it -> answeredJustNow(request, it)
                        .map(again -> new Answer(
                                again ? "" : "notice-answer",
                                facts(it, request.speaker().resident()),
                                List.of(asked(request, it.notice().id())))))
                .defaultIfEmpty(Answer.saying("passed-on", Map.of()));
    }

    private Mono<Boolean> answeredJustNow(Request request, LiveNotice it) {
        var group = request.speaker().group();
        return group == null
                ? Mono.just(false)
                : questions.answered(
                        it.notice().community(),
                        group.address(),
                        it.notice().id(),
                        request.at().minus(JUST_NOW));
    }

    /// In `concerns`: `yes`, `no`, or empty where no home is known.
    private static Map<String, String> facts(LiveNotice it, @Nullable Resident resident) {
        var facts = new HashMap<>(Moments.of(it.notice().period()).facts());
        facts.put("title", it.notice().wording().title());
        facts.put("text", it.notice().wording().text());
        facts.put("audience", it.notice().audience());
        facts.put("concerns", concerns(it, resident));
        return facts;
    }

    private static String concerns(LiveNotice it, @Nullable Resident resident) {
        if (resident == null || resident.home() == null) {
            return "";
        }
        return it.concerns(resident) ? "yes" : "no";
    }

    private static PutToNotice asked(Request request, String notice) {
        var speaker = request.speaker();
        var resident = speaker.resident();
        var group = speaker.group();
        return new PutToNotice(
                speaker.community(),
                request.key(),
                notice,
                resident == null || resident.home() == null ? "" : resident.home(),
                group == null ? "" : group.address().text(),
                request.text(),
                request.at());
    }
}
