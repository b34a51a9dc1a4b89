package org.linli.polls.chat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.cases.SpokenTime;
import org.linli.dialogue.Answer;
import org.linli.dialogue.OpenQuestion;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.polls.register.Age;
import org.linli.polls.register.AgeSaid;
import org.linli.polls.register.Ages;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "我1958年3月出生的", "68岁了": what residents say for the register of a vote with an age limit. In private.
@Component
class SayAge implements Skill {

    private static final Intent AGE = new Intent("poll.age");
    private static final Pattern SAID = Pattern.compile(
            "^\\s*(?:我|本人)?(?:是|的生日是?|生日是?|今年)?\\s*(?:(?:19|20)?\\d{2}\\s*年.{0,8}(?:出生|生|生人)(?:的|人)?|\\d{1,3}\\s*周?岁了?|生日.{4,12})\\s*[。.！!]*$");

    private final Ages ages;
    private final Clock clock;

    SayAge(Ages ages, Clock clock) {
        this.ages = ages;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "say-age";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.equals(AGE);
    }

    @Override
    public Optional<Intent> recognises(Speaker speaker, String said) {
        return speaker.group() == null && SAID.matcher(said).matches() ? Optional.of(AGE) : Optional.empty();
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return said(request, request.text());
    }

    private Mono<Answer> said(Request request, String words) {
        var resident = request.speaker().resident();
        if (resident == null) {
            return Mono.just(Answer.saying("age-unknown", Map.of()));
        }
        return Mono.just(Age.born(words, today())
                .map(born -> Answer.saying("age-said", Map.of("born", born.toString()))
                        .with(new AgeSaid(request.speaker().community(), resident.id(), born, request.at())))
                .orElseGet(() -> Answer.saying("age-how", Map.of())));
    }

    @Override
    public Mono<OpenQuestion> openQuestion(Speaker speaker) {
        var resident = speaker.resident();
        return resident == null || speaker.group() != null
                ? Mono.empty()
                : ages.askedAt(speaker.community(), resident.id())
                        .map(at -> new OpenQuestion(id(), "age", at, speaker.replyTo()));
    }

    /// A bare "1958" or "68" is an answer only to whoever is asked.
    @Override
    public Mono<Answer> reply(OpenQuestion question, Request request) {
        String said = request.text().strip();
        String words = said.matches("(?:19|20)\\d{2}") ? said + "年" : said;
        return Age.born(words, today()).isPresent() ? said(request, words) : Mono.empty();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SpokenTime.ZONE);
    }
}
