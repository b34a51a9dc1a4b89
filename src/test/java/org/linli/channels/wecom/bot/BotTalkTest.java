package org.linli.channels.wecom.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.SettableClock;
import org.linli.channels.Content;
import org.linli.channels.Delivery;
import org.linli.channels.Inbound;
import org.linli.channels.Quote;
import org.linli.channels.Receipt;
import org.linli.channels.tencent.OwnRedis;
import org.linli.channels.tencent.Shared;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

/// Talks with a bot, in time and late.
class BotTalkTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static OwnRedis redis;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-06-10T07:00:00Z"));
    private BotBench bench;

    @BeforeAll
    static void startRedis() {
        redis = new OwnRedis();
    }

    @AfterAll
    static void stopRedis() {
        redis.close();
    }

    @BeforeEach
    void connect() {
        redis.template().execute(it -> it.serverCommands().flushAll()).blockLast(SOON);
        bench = new BotBench(URI.create("http://127.0.0.1:1"), redis.template(), clock, Duration.ofSeconds(3));
    }

    @Test
    void whoeverCallsTheBotInAGroupIsHeardWithoutItsName() {
        Inbound said =
                said(bench.hear(bench.inGroup("M1", "@邻里 三栋电梯坏了 @物业", ""))).getFirst();
        assertThat(said.content()).isEqualTo(new Content.Text("三栋电梯坏了 @物业"));
        assertThat(said.mentioned()).isTrue();
        assertThat(said.group()).isEqualTo(bench.letter("").to());
        assertThat(said.from().id()).isEqualTo("zhou");
        assertThat(said.platformId()).isEqualTo("M1");
    }

    @Test
    void whatIsQuotedComesAlong() {
        String call = bench.inGroup("M1", "@邻里 催一下", "");
        String quote = "{\"msgtype\":\"text\",\"text\":{\"content\":\"@邻里 三栋电梯坏了\"}}";
        String mixed = "{\"msgtype\":\"mixed\",\"mixed\":{\"msg_item\":[{\"msgtype\":\"image\"},"
                + "{\"msgtype\":\"text\",\"text\":{\"content\":\"灯坏了\"}}]}}";

        assertThat(said(bench.hear(quoting(call, quote))).getFirst().quote()).isEqualTo(new Quote("", "三栋电梯坏了"));
        assertThat(said(bench.hear(quoting(call, mixed))).getFirst().quote()).isEqualTo(new Quote("", "灯坏了"));
        assertThat(said(bench.hear(quoting(call, "{\"msgtype\":\"image\"}")))
                        .getFirst()
                        .quote())
                .isNull();
        assertThat(said(bench.hear(call)).getFirst().quote()).isNull();
    }

    private static String quoting(String call, String quote) {
        return call.substring(0, call.lastIndexOf('}')) + ",\"quote\":" + quote + "}";
    }

    @Test
    void anAnswerInTimeIsAStreamThatEndsAsItBegins() {
        JsonNode answer = bench.answered(bench.hear(bench.inGroup("M1", "@邻里 你好", "")), bench.letter("您好"));
        assertThat(answer.path("msgtype").asString()).isEqualTo("stream");
        assertThat(answer.at("/stream/finish").asBoolean()).isTrue();
        assertThat(answer.at("/stream/content").asString()).isEqualTo("您好");
    }

    @Test
    void choicesAreButtonsBelowTheAnswer() {
        JsonNode answer =
                bench.answered(bench.hear(bench.inGroup("M1", "@邻里 好了", "")), bench.letter("解决了吗？", "满意", "不满意"));
        assertThat(answer.path("msgtype").asString()).isEqualTo("stream_with_template_card");
        assertThat(answer.at("/template_card/button_list/1/key").asString()).isEqualTo("不满意");
    }

    @Test
    void aLateAnswerEndsTheStreamWhenThePlatformHasAskedForIt() {
        String stream = waiting("M1");
        assertThat(bench.refresh(stream).at("/stream/finish").asBoolean()).isFalse();

        var sending = sendLater("M1", "已受理，编号 LM-1");
        JsonNode told = untilFinished(stream);

        assertThat(told.at("/stream/content").asString()).isEqualTo("已受理，编号 LM-1");
        assertThat(told.at("/stream/id").asString()).isEqualTo(stream);
        assertThat(sending.join()).isEqualTo(new Receipt(stream));
        assertThat(bench.refresh(stream)).isEqualTo(told);
    }

    @Test
    void eachNeighbourIsAnsweredInTheirOwnStreamWhoeverAskedFirst() {
        String first = waiting("M1");
        clock.pass(Duration.ofMillis(1));
        String second = waiting("M2");
        var sending = sendLater("M2", "第二个回答");
        assertThat(untilFinished(second).at("/stream/content").asString()).isEqualTo("第二个回答");
        assertThat(sending.join()).isEqualTo(new Receipt(second));
        assertThat(bench.refresh(first).at("/stream/finish").asBoolean()).isFalse();

        var other = sendLater("M1#1", "第一个回答");
        assertThat(untilFinished(first).at("/stream/content").asString()).isEqualTo("第一个回答");
        other.join();
    }

    @Test
    void whatAnswersNobodyTakesNobodysStream() {
        String stream = waiting("M1");
        bench.channel
                .send(bench.letter("今天停水"))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(error -> assertThat(error).hasMessageContaining("WINDOW_CLOSED"));
        assertThat(bench.refresh(stream).at("/stream/finish").asBoolean()).isFalse();
    }

    @Test
    void aStreamForWhichNobodyAsksTakesNothing() {
        waiting("M1");
        clock.pass(Duration.ofSeconds(11));
        bench.channel
                .send(bench.answering("M1", "已受理"))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(error -> assertThat(error).hasMessageContaining("WINDOW_CLOSED"));
    }

    @Test
    void aStreamEndsWithWordsBeforeThePlatformGivesUp() {
        String stream = waiting("M1");
        clock.pass(Streams.ENDS);
        JsonNode told = bench.refresh(stream);
        assertThat(told.at("/stream/finish").asBoolean()).isTrue();
        assertThat(told.at("/stream/content").asString()).contains("再告诉您");
    }

    @Test
    void aStreamThatNobodyKnowsAnyMoreEndsTooAndARepeatOpensNone() {
        assertThat(bench.refresh("unknown").at("/stream/finish").asBoolean()).isTrue();
        assertThat(waiting("M1")).isEqualTo(waiting("M1"));
    }

    @Test
    void wordsAndPicturesOfOneMessageAreHeardOneAfterTheOther() {
        String items = """
                {"msg_item":[{"msgtype":"text","text":{"content":"@邻里 楼道漏水"}},
                 {"msgtype":"image","image":{"url":"https://x.myqcloud.com/1"}}]}""";
        var delivery = bench.hear(bench.message("M1", "group", "mixed", items, ""));
        assertThat(said(delivery)).extracting(Inbound::platformId).containsExactly("M1", "M1#1");
        assertThat(said(delivery))
                .extracting(Inbound::content)
                .containsExactly(new Content.Text("楼道漏水"), new Content.Picture("https://x.myqcloud.com/1", null));
    }

    @Test
    void aTappedButtonSaysItsWordsAndTheCardShowsThem() {
        String event = """
                {"eventtype":"template_card_event","template_card_event":{"event_key":"满意","task_id":"T"}}""";
        var delivery = bench.hear(bench.message("M1", "group", "event", event, ""));
        assertThat(said(delivery).getFirst().content()).isEqualTo(new Content.Text("满意"));
        JsonNode card = bench.opened(delivery.acknowledgement());
        assertThat(card.path("response_type").asString()).isEqualTo("update_template_card");
        assertThat(card.at("/template_card/task_id").asString()).isEqualTo("T");
        assertThat(card.at("/template_card/main_title/title").asString()).isEqualTo("已选择：满意");
    }

    @Test
    void whoeverOpensThePrivateTalkIsWelcomedInPlainWords() {
        var delivery = bench.hear(bench.message("M1", "single", "event", "{\"eventtype\":\"enter_chat\"}", ""));
        assertThat(said(delivery).getFirst().content()).isEqualTo(new Content.Followed(null));
        assertThat(bench.answered(delivery, bench.letter("您好"))
                        .at("/text/content")
                        .asString())
                .isEqualTo("您好");
    }

    @Test
    void withoutRedisAQuestionIsHeardAndAnsweredInTimeAllTheSame() {
        var alone = new BotBench(URI.create("http://127.0.0.1:1"), OwnRedis.nobody(), clock, Duration.ZERO);
        var delivery = alone.hear(alone.inGroup("M1", "@邻里 你好", ""));
        assertThat(alone.answered(delivery, alone.letter("您好"))
                        .at("/stream/content")
                        .asString())
                .isEqualTo("您好");
        assertThat(alone.refresh("any").at("/stream/finish").asBoolean()).isFalse();
        alone.channel
                .send(alone.letter("已受理"))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(error -> assertThat(error).hasMessageContaining("UNREACHABLE"));
    }

    @Test
    void everyRecordedCallIsHeardOrPutAside() throws IOException {
        try (var files = Files.list(Shared.wechat("payloads"))) {
            for (var file : files.filter(
                            it -> it.getFileName().toString().matches("aibot-(event|group|single|stream).*"))
                    .toList()) {
                String name = file.getFileName().toString();
                Delivery delivery = bench.hear(Files.readString(file));
                boolean nobodysWords = name.contains("stream") || name.contains("feedback");
                assertThat(delivery)
                        .as(name)
                        .isInstanceOf(nobodysWords ? Delivery.Ignored.class : Delivery.Messages.class);
            }
        }
    }

    private CompletableFuture<@Nullable Receipt> sendLater(String message, String text) {
        return bench.channel.send(bench.answering(message, text)).timeout(SOON).toFuture();
    }

    /// Somebody asks, and the answer is not there in time.
    private String waiting(String id) {
        JsonNode told =
                bench.opened(bench.hear(bench.inGroup(id, "@邻里 电梯坏了", "")).acknowledgement());
        assertThat(told.at("/stream/finish").asBoolean()).isFalse();
        return told.at("/stream/id").asString();
    }

    private JsonNode untilFinished(String stream) {
        return Objects.requireNonNull(Mono.fromSupplier(() -> bench.refresh(stream))
                .repeat()
                .filter(it -> it.at("/stream/finish").asBoolean())
                .next()
                .subscribeOn(Schedulers.boundedElastic())
                .block(SOON));
    }

    private static List<Inbound> said(Delivery delivery) {
        return ((Delivery.Messages) delivery).messages();
    }
}
