package org.linli.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.dialogue.Talking.inGroup;
import static org.linli.dialogue.Talking.resident;
import static org.linli.dialogue.Talking.stranger;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.linli.channels.Content;
import org.linli.understanding.Intent;
import reactor.core.publisher.Mono;

/// What tells where somebody is, or what they mean, besides the words of the moment.
class HintsTest {

    /// Understands one button of its own.
    private record ButtonSkill() implements Skill {

        @Override
        public String id() {
            return "button";
        }

        @Override
        public boolean serves(Intent intent) {
            return intent.label().equals("case.progress");
        }

        @Override
        public Optional<Intent> recognises(Speaker speaker, String said) {
            return said.startsWith("查进度") ? Optional.of(new Intent("case.progress")) : Optional.empty();
        }

        @Override
        public Mono<Answer> perform(Request request) {
            return Mono.just(Answer.saying("case-progress", Map.of()));
        }
    }

    @Test
    void whoScannedTheCodeOfABuildingIsNotAskedWhere() {
        assertThat(stranger()
                        .sends(new Content.Scanned("b3"))
                        .hears("greeting")
                        .after(Duration.ofMinutes(3))
                        .says("灯不亮了")
                        .hears("report.power")
                        .place())
                .isEqualTo("b3");
        assertThat(stranger()
                        .sends(new Content.Followed("gate"))
                        .says("垃圾满了")
                        .hears("report.sanitation")
                        .place())
                .isEqualTo("gate");
    }

    @Test
    void whatIsSaidCountsMoreThanTheCodeAndTheCodeNotForLong() {
        assertThat(stranger()
                        .sends(new Content.Scanned("b3"))
                        .says("5栋灯不亮了")
                        .hears("report.power")
                        .place())
                .isEqualTo("b5");
        stranger()
                .sends(new Content.Scanned("b3"))
                .after(Duration.ofMinutes(16))
                .says("灯不亮了")
                .hears("ask-place");
        stranger().sends(new Content.Scanned("nowhere")).says("灯不亮了").hears("ask-place");
    }

    @Test
    void whoSaysWhereTheyLiveAndWhatIsWrongIsRememberedAndAnswered() {
        var talk = stranger().says("你好，我住阳光里3栋2单元501，热水器不出水是不是停水了").hears("account.bind", "report.water");

        assertThat(talk.requests())
                .extracting(it -> it.place() == null ? "" : it.place().id())
                .containsExactly("b3-2-501", "b3-2-501");
        stranger().says("我住阳光里3栋2单元501").hears("account.bind");
        stranger().says("我住阳光里3栋2单元501，好的呢").hears("account.bind");
    }

    @Test
    void whomWeKnowIsNotRememberedAgainAndAGroupHearsNoAddress() {
        resident().says("我住阳光里3栋2单元501，灯不亮了").hears("report.power");
        inGroup(Neighbourhood.OF_BUILDING_3).mentions("我住阳光里3栋2单元501，灯不亮了").hears("report.power");
    }

    @Test
    void aButtonIsUnderstoodWhateverIsBeingAsked() {
        var skills = Stream.concat(NamedSkill.ALL.stream(), Stream.of(new ButtonSkill()))
                .toList();

        stranger()
                .having(skills)
                .says("灯不亮了")
                .hears("ask-place")
                .says("查进度 LM-2026-000003")
                .hears("case.progress", "ask-place");
        stranger().having(List.of()).says("查进度 LM-2026-000003").hears("chatter");
    }

    @Test
    void aMachineThatCountsIsNoticedAsWell() {
        var talk = stranger();
        for (int i = 1; i < 20; i++) {
            talk.after(Duration.ofSeconds(3)).says("在吗" + i + " !").hears("greeting");
        }
        talk.says("在吗 20。").hears("loop").says("在吗21").hearsNothing();
    }
}
