package org.linli.channels.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.LinliTest;
import org.linli.channels.Content;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@LinliTest
@TestPropertySource(properties = {"linli.demo=true", "linli.channels.webchat.lines-a-minute=30"})
@Import({KeptMessages.class, OneNeighbourhood.class})
class TalkTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3};

    @Autowired
    private WebTestClient web;

    @Autowired
    private KeptMessages inbox;

    private final String visitor = newVisitor();

    @AfterEach
    void repair() {
        inbox.outOfOrder = false;
        inbox.messages.clear();
    }

    @Test
    void aVisitorIsKnownByACookieThatScriptsCannotReadAndOtherSitesCannotUse() {
        var cookie = cookieOf("/chat");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.getValue()).hasSize(32);
    }

    @Test
    void thePageAllowsNobodyElsesScripts() {
        web.get()
                .uri("/chat")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        csp -> assertThat(csp)
                                .contains("default-src 'none'")
                                .contains("script-src 'self'")
                                .doesNotContain("unsafe"));
    }

    @Test
    void whatAVisitorSaysIsInTheRoomAndInTheInboxWhenItIsAnswered() {
        say("/chat", visitor, Map.of("id", "a1", "text", "电梯坏了")).expectStatus().isOk();

        assertThat(inbox.messages).singleElement().satisfies(message -> {
            assertThat(message.community()).isEqualTo(OneNeighbourhood.LM);
            assertThat(message.from().id()).startsWith("v-").doesNotContain(visitor);
            assertThat(message.group()).isNull();
            assertThat(message.mentioned()).isTrue();
            assertThat(message.content()).isEqualTo(new Content.Text("电梯坏了"));
        });
        lines("/chat", visitor).jsonPath("$[0].said.text").isEqualTo("电梯坏了");
    }

    @Test
    void theSameIdAgainIsOneLineAndTheSameMessage() {
        say("/chat", visitor, Map.of("id", "a1", "text", "x")).expectStatus().isOk();
        say("/chat", visitor, Map.of("id", "a1", "text", "another"))
                .expectStatus()
                .isOk();

        assertThat(inbox.messages).hasSize(2);
        assertThat(inbox.messages.getFirst().platformId())
                .isEqualTo(inbox.messages.getLast().platformId());
        assertThat(inbox.messages.getLast().content()).isEqualTo(new Content.Text("x"));
        lines("/chat", visitor).jsonPath("$.length()").isEqualTo(1);
    }

    @Test
    void aReplySaysToWhichLineForTheReaderAndForTheInbox() {
        say("/chat", visitor, Map.of("id", "a1", "text", "3栋电梯坏了"))
                .expectStatus()
                .isOk();
        say("/chat", visitor, Map.of("id", "a2", "text", "修好了", "quotes", "a1"))
                .expectBody()
                .jsonPath("$.quoted.text")
                .isEqualTo("3栋电梯坏了");

        assertThat(inbox.messages.getLast().quote()).satisfies(quote -> {
            assertThat(quote.words()).isEqualTo("3栋电梯坏了");
            assertThat(quote.platformId()).isEqualTo(inbox.messages.getFirst().platformId());
        });
        lines("/chat", visitor)
                .jsonPath("$[0].quoted")
                .isEmpty()
                .jsonPath("$[1].quoted.id")
                .isEqualTo("a1")
                .jsonPath("$[1].quoted.text")
                .isEqualTo("3栋电梯坏了");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "a\0b", "' or 1=1 --"})
    void aReplyToWhatIsNotInTheRoomIsSaidWithoutIt(String quotes) {
        say("/chat", newVisitor(), Map.of("id", "nothing", "text", "别人的"))
                .expectStatus()
                .isOk();
        say("/chat", visitor, Map.of("id", "a2", "text", "修好了", "quotes", quotes))
                .expectStatus()
                .isOk();

        assertThat(inbox.messages.getLast().quote()).isNull();
        lines("/chat", visitor).jsonPath("$[0].quoted").isEmpty();
    }

    @Test
    void whatTheInboxDoesNotTakeIsNotAcknowledged() {
        inbox.outOfOrder = true;
        say("/chat", visitor, Map.of("id", "a1", "text", "x"))
                .expectStatus()
                .isEqualTo(503)
                .expectBody(String.class)
                .value(words -> assertThat(words).contains("再发").doesNotContain("Exception"));

        inbox.outOfOrder = false;
        say("/chat", visitor, Map.of("id", "a1", "text", "x")).expectStatus().isOk();
        lines("/chat", visitor).jsonPath("$.length()").isEqualTo(1);
    }

    @Test
    void nobodySeesAnothersRoomNorTheSameVisitorsOtherCommunity() {
        say("/chat", visitor, Map.of("id", "a1", "text", "x")).expectStatus().isOk();

        lines("/chat", newVisitor()).jsonPath("$.length()").isEqualTo(0);
        lines("/chat/dq", visitor).jsonPath("$.length()").isEqualTo(0);
        lines("/chat/lm", visitor).jsonPath("$.length()").isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "{\"id\":\"a\"}, 还没有写字",
        "{\"id\":\"a\"; \"text\":\" \\n\\u200b \"}, 还没有写字",
        "{\"text\":\"x\"}, 没看懂",
        "{\"id\":\"../x\"; \"text\":\"x\"}, 没看懂",
        "{, 没看懂",
        "{\"id\":\"a\"; \"picture\":\"nothing\"}, 图片没有收到"
    })
    void whatCannotBeSaidIsExplained(String body, String words) {
        post("/chat", visitor, body.replace(';', ','))
                .expectStatus()
                .isBadRequest()
                .expectBody(String.class)
                .value(it -> assertThat(it).contains(words));
        assertThat(inbox.messages).isEmpty();
    }

    @Test
    void tenThousandCharactersAreALineAndOneMoreIsNot() {
        say("/chat", visitor, Map.of("id", "a1", "text", "啊".repeat(10_000)))
                .expectStatus()
                .isOk();
        say("/chat", visitor, Map.of("id", "a2", "text", "啊".repeat(10_001)))
                .expectStatus()
                .isBadRequest();
        say("/chat", visitor, Map.of("id", "a3", "text", "啊".repeat(200_000)))
                .expectStatus()
                .isEqualTo(413);
    }

    @Test
    void whoSaysTooMuchIsAskedToWait() {
        // the minute may end meanwhile
        boolean held = IntStream.range(0, 100)
                .mapToObj(n -> say("/chat", visitor, Map.of("id", "r" + n, "text", "x")))
                .anyMatch(it ->
                        it.expectBody(String.class).returnResult().getStatus().value() == 429);

        assertThat(held).isTrue();
        say("/chat", newVisitor(), Map.of("id", "r0", "text", "x"))
                .expectStatus()
                .isOk();
    }

    @Test
    void whoSendsTooManyPicturesIsAskedToWait() {
        boolean held = IntStream.range(0, 100)
                .mapToObj(_ -> put(visitor, PNG))
                .anyMatch(it ->
                        it.expectBody(String.class).returnResult().getStatus().value() == 429);

        assertThat(held).isTrue();
    }

    @Test
    void aPictureIsSeenInItsRoomOnly() {
        put(visitor, PNG).expectStatus().isOk();
        say("/chat", visitor, Map.of("id", "p1", "picture", "p1"))
                .expectStatus()
                .isOk();

        assertThat(inbox.messages)
                .singleElement()
                .satisfies(it -> assertThat(it.content()).isEqualTo(new Content.Picture("p1", null)));
        picture(visitor)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("image/png")
                .expectBody(byte[].class)
                .isEqualTo(PNG);
        picture(newVisitor()).expectStatus().isNotFound();
    }

    @Test
    void whatIsNoPictureOrTooLargeIsRefused() {
        put(visitor, "<svg onload=alert(1)>".getBytes()).expectStatus().isBadRequest();
        put(visitor, new byte[0]).expectStatus().isBadRequest();
        put(visitor, java.util.Arrays.copyOf(PNG, 6_000_000)).expectStatus().isEqualTo(413);
    }

    @Test
    void withoutACookieNothingIsSaid() {
        say("/chat", "", Map.of("id", "a1", "text", "x")).expectStatus().isForbidden();
        assertThat(inbox.messages).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void anotherSitesPageCannotWrite(String site) {
        web.post()
                .uri("/chat/lines")
                .header("Sec-Fetch-Site", site)
                .cookie("linli-visitor", visitor)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"id\":\"a\",\"text\":\"x\"}")
                .exchange()
                .expectStatus()
                .isForbidden();
        assertThat(inbox.messages).isEmpty();
    }

    @Test
    void inAGroupTheVisitorSpeaksForANeighbour() {
        String id = UUID.randomUUID().toString();
        say("/groups/b3", visitor, Map.of("id", id, "text", "＠小邻 灯坏了", "speaker", "r14"))
                .expectStatus()
                .isOk();

        assertThat(inbox.messages).singleElement().satisfies(message -> {
            assertThat(message.from().id()).isEqualTo("r14");
            assertThat(message.group()).isEqualTo(OneNeighbourhood.GROUP);
            assertThat(message.mentioned()).isTrue();
        });
    }

    @Test
    void inAGroupTalkAmongNeighboursDoesNotCallTheService() {
        say("/groups/b3", visitor, Map.of("id", UUID.randomUUID().toString(), "text", "吃了吗", "speaker", "r14"))
                .expectStatus()
                .isOk();
        assertThat(inbox.messages)
                .singleElement()
                .satisfies(it -> assertThat(it.mentioned()).isFalse());
    }

    @Test
    void nobodySpeaksForWhoIsNotInTheGroup() {
        say("/groups/b3", visitor, Map.of("id", "g9", "text", "x", "speaker", "r99"))
                .expectStatus()
                .isBadRequest();
        say("/groups/b3", visitor, Map.of("id", "g9", "text", "x"))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void aNeighboursPrivateRoomIsOpenInTheDemo() {
        say("/groups/b3/private/r13", visitor, Map.of("id", "q1", "text", "x"))
                .expectStatus()
                .isOk();
        assertThat(inbox.messages).singleElement().satisfies(it -> {
            assertThat(it.from().id()).isEqualTo("r13");
            assertThat(it.group()).isNull();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/chat/nowhere", "/groups/nowhere", "/groups/b3/private/r99", "/groups/b3/private/v-1"})
    void whatIsNotThereIsExplainedInChinese(String path) {
        web.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody(String.class)
                .value(it -> assertThat(it).contains("没有找到这个聊天"));
    }

    private WebTestClient.ResponseSpec say(String base, String visitor, Map<String, String> draft) {
        return post(base, visitor, draft);
    }

    private WebTestClient.ResponseSpec post(String base, String visitor, Object body) {
        return web.post()
                .uri(base + "/lines")
                .cookie("linli-visitor", visitor)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient.ResponseSpec put(String visitor, byte[] bytes) {
        return web.put()
                .uri("/chat/pictures/p1")
                .cookie("linli-visitor", visitor)
                .contentType(MediaType.IMAGE_PNG)
                .bodyValue(bytes)
                .exchange();
    }

    private WebTestClient.ResponseSpec picture(String visitor) {
        return web.get()
                .uri("/chat/pictures/p1")
                .cookie("linli-visitor", visitor)
                .exchange();
    }

    private WebTestClient.BodyContentSpec lines(String base, String visitor) {
        return web.get()
                .uri(base + "/lines")
                .cookie("linli-visitor", visitor)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private ResponseCookie cookieOf(String page) {
        var cookies = web.mutate()
                .responseTimeout(Duration.ofSeconds(10))
                .build()
                .get()
                .uri(page)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseCookies();
        return Objects.requireNonNull(cookies.getFirst("linli-visitor"));
    }

    private static String newVisitor() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
