package org.linli.notices.chat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.community.Communities;
import org.linli.community.choosing.Chosen;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.notices.Notice;
import org.linli.notices.audience.FindAudience;
import org.linli.notices.audience.Reading;
import org.linli.notices.sending.NoticeLetter;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Answers "停水到几点？" from the notice that says it, and whether it concerns the own home. What no notice says stays with
/// staff.
@Component
class AskNotice implements Skill {

    /// Asks when, where, for whom; a plain "又停水了?" may be a report.
    private static final Pattern ASKS =
            Pattern.compile("几点|几号|几时|什么时候|啥时候|多久|多长时间|哪天|到几|到什么|包括|算不算|哪几栋|哪栋|哪些楼|在哪|几楼|要不要|用不用|带什么|通知(?:上|里|说|是)");

    private static final Intent ASK = new Intent("notice.ask");

    private final LiveNotices live;
    private final FindAudience audience;
    private final Communities communities;

    AskNotice(LiveNotices live, FindAudience audience, Communities communities) {
        this.live = live;
        this.audience = audience;
        this.communities = communities;
    }

    @Override
    public String id() {
        return "ask-notice";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.equals(ASK);
    }

    @Override
    public Optional<Intent> recognises(Speaker speaker, String said) {
        return speaker.staff() == null
                        && ASKS.matcher(said).find()
                        && live.about(speaker.community(), said).isPresent()
                ? Optional.of(ASK)
                : Optional.empty();
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return Mono.justOrEmpty(live.about(request.speaker().community(), request.text()))
                .flatMap(it -> concerns(it, request).map(concerns -> answer(it, concerns)))
                .defaultIfEmpty(Answer.saying("passed-on", Map.of()));
    }

    private static Answer answer(Notice it, String concerns) {
        var facts = new HashMap<String, String>();
        facts.put("title", it.wording().title());
        facts.put("text", it.wording().text());
        facts.put("period", NoticeLetter.period(it.period()));
        facts.put("audience", it.audience());
        facts.put("concerns", concerns);
        return Answer.saying("notice-answer", facts);
    }

    /// `yes`, `no`, or empty where no home is known.
    private Mono<String> concerns(Notice it, Request request) {
        var resident = request.speaker().resident();
        return resident == null || resident.home() == null
                ? Mono.just("")
                : Mono.zip(audience.read(it.community(), it.audience()), communities.map(it.community()))
                        .map(found -> found.getT1() instanceof Reading.Understood(var whom)
                                ? Chosen.knownBy(resident).isAmong(whom, found.getT2()) ? "yes" : "no"
                                : "");
    }
}
