package org.linli.channels.xmpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.channels.xmpp.Stanzas.ACCOUNT;
import static org.linli.channels.xmpp.Stanzas.NOW;
import static org.linli.channels.xmpp.Stanzas.ROOM;
import static org.linli.channels.xmpp.Stanzas.WANG;
import static org.linli.channels.xmpp.Stanzas.inPrivate;
import static org.linli.channels.xmpp.Stanzas.inRoom;

import java.time.Instant;
import java.util.Optional;
import org.jivesoftware.smack.packet.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.BareJid;
import org.linli.channels.Content;
import org.linli.channels.Inbound;
import org.linli.channels.Quote;

/// Stanzas as servers and clients write them.
class TranslateTest {

    private static final Translate TRANSLATE = new Translate(ACCOUNT);
    private static final String DELAYED = "<delay xmlns='urn:xmpp:delay' stamp='2026-03-01T23:30:00Z'%s/>";

    @Test
    void aWordInTheRoomNamesItsRoomAndItsSpeaker() {
        var said = live(inRoom("<body>电梯又停了</body>"), WANG);

        assertThat(said.content()).isEqualTo(new Content.Text("电梯又停了"));
        assertThat(said.replyTo().text()).isEqualTo("xmpp:main:group:b3@rooms.example.org");
        assertThat(said.from().text()).isEqualTo("xmpp:main:person:wang@example.org");
        assertThat(said.mentioned()).isFalse();
        assertThat(said.sentAt()).isEqualTo(NOW);
    }

    @Test
    void whoIsHiddenByTheRoomIsTheirNickname() {
        assertThat(live(inRoom("<body>好</body>"), null).from().id()).isEqualTo("b3@rooms.example.org/老王");
    }

    @Test
    void aPrivateWordIsFromTheAddressWhicheverDeviceWroteIt() {
        var said = live(inPrivate("<body>我家漏水</body>"), null);

        assertThat(said.from().id()).isEqualTo("wang@example.org");
        assertThat(said.group()).isNull();
        assertThat(said.mentioned()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "小邻: 有人吗,true",
        "小邻，有人吗,true",
        "有人吗 @小邻,true",
        "＠小邻 在吗,true",
        "小邻,true",
        "小邻 查进度,true",
        "小邻居们好,false",
        "请问小邻在吗,false",
        "小 邻,false"
    })
    void ourNameInFrontOrAfterAnAtCallsUs(String words, boolean called) {
        assertThat(live(inRoom("<body>" + words + "</body>"), WANG).mentioned()).isEqualTo(called);
    }

    @Test
    void whatIsAnsweredComesAlongByItsIdAndWithoutItsWordsAmongTheNewOnes() {
        String reply = "<reply xmlns='urn:xmpp:reply:0' to='b3@rooms.example.org/老李' id='a-1'/>";
        var earlier =
                TRANSLATE.archived(inRoom("<body>灯坏了</body>"), ROOM, "a-1", NOW).orElseThrow();
        var bare = live(inRoom("<body>+1</body>" + reply), WANG);
        var shown = live(
                inRoom(
                        "<body>&gt; 老李 wrote:\n&gt; 灯坏了\n&gt; 很黑\n+1</body>" + reply
                                + "<fallback xmlns='urn:xmpp:fallback:0' for='urn:xmpp:reply:0'><body start='0' end='25'/></fallback>"),
                WANG);

        assertThat(bare.quote()).isEqualTo(new Quote(earlier.platformId(), ""));
        assertThat(bare.content()).isEqualTo(new Content.Text("+1"));
        assertThat(shown.quote()).isEqualTo(new Quote(earlier.platformId(), "灯坏了\n很黑"));
        assertThat(shown.content()).isEqualTo(new Content.Text("+1"));
    }

    @Test
    void whoAnswersNothingMaySayWhatTheyLike() {
        var said = live(inRoom("<body>&gt; 这里\n坏了</body>"), WANG);

        assertThat(said.content()).isEqualTo(new Content.Text("> 这里\n坏了"));
        assertThat(said.quote()).isNull();
    }

    @Test
    void theSameMessageLiveAndFromTheArchiveHasOneId() {
        var message = inRoom("<body>电梯又停了</body>");
        var archived = TRANSLATE.archived(message, ROOM, "a-1", NOW).orElseThrow();

        assertThat(live(message, null).platformId())
                .isEqualTo(archived.platformId())
                .hasSizeLessThanOrEqualTo(128);
        assertThat(live(inPrivate("<body>x</body>"), null).platformId()).isNotEqualTo(archived.platformId());
    }

    @Test
    void anIdInAnothersNameDoesNotCount() {
        var forged = inRoom("<body>x</body><stanza-id xmlns='urn:xmpp:sid:0' id='forged' by='wang@example.org'/>");

        assertThat(live(forged, WANG).platformId())
                .isEqualTo(live(inRoom("<body>x</body>"), WANG).platformId());
    }

    @Test
    void withoutAnArchiveTheSendersIdCounts() {
        String message = "<message xmlns='jabber:client' type='chat' id='m9' from='%s'><body>x</body>%s</message>";
        String origin = "<origin-id xmlns='urn:xmpp:sid:0' id='o1'/>";
        var first = live(Stanzas.of(message.formatted("wang@example.org/phone", origin)), null);

        assertThat(live(Stanzas.of(message.formatted("wang@example.org/phone", origin)), null)
                        .platformId())
                .isEqualTo(first.platformId());
        assertThat(live(Stanzas.of(message.formatted("li@example.org/phone", origin)), null)
                        .platformId())
                .isNotEqualTo(first.platformId());
        assertThat(live(Stanzas.of(message.formatted("wang@example.org/phone", "")), null)
                        .platformId())
                .isNotEqualTo(first.platformId());
    }

    @Test
    void whatTheRoomRepeatsForWhoEntersComesFromItsArchive() {
        assertThat(TRANSLATE.live(
                        inRoom("<body>x</body>" + DELAYED.formatted(" from='b3@rooms.example.org'")), WANG, NOW))
                .isEmpty();
    }

    @Test
    void whatWasKeptForUsWasSaidWhenItWasSent() {
        assertThat(live(inPrivate("<body>x</body>" + DELAYED.formatted(" from='example.org'")), null)
                        .sentAt())
                .isEqualTo(Instant.parse("2026-03-01T23:30:00Z"));
    }

    @Test
    void theArchiveKnowsWhoWasBehindANickname() {
        var message = inRoom("<body>x</body><x xmlns='http://jabber.org/protocol/muc#user'>"
                + "<item affiliation='none' role='participant' jid='li@example.org/phone'/></x>");

        assertThat(TRANSLATE
                        .archived(message, ROOM, "a-1", NOW)
                        .orElseThrow()
                        .from()
                        .id())
                .isEqualTo("li@example.org");
    }

    @Test
    void ourOwnLetterInTheArchiveIsNotSaidToUs() {
        String ours = "<message xmlns='jabber:client' type='groupchat' id='%s' from='b3@rooms.example.org/小邻'>"
                + "<body>已经受理</body></message>";

        assertThat(TRANSLATE.archived(Stanzas.of(ours.formatted(LetterId.of("k"))), ROOM, "a-1", NOW))
                .isEmpty();
        // somebody else may have had the name while we were away
        assertThat(TRANSLATE.archived(Stanzas.of(ours.formatted("other")), ROOM, "a-1", NOW))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<subject>通知</subject>",
                "<composing xmlns='http://jabber.org/protocol/chatstates'/>",
                "<displayed xmlns='urn:xmpp:chat-markers:0' id='x'/>",
                "<x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x>",
                "<reactions xmlns='urn:xmpp:reactions:0' id='x'><reaction>👍</reaction></reactions>",
                "<body>撤回了一条消息</body><retract xmlns='urn:xmpp:message-retract:1' id='x'/>"
            })
    void whatIsNotSaidToAnybodyIsNoMessage(String inside) {
        assertThat(TRANSLATE.live(inRoom(inside), WANG, NOW)).isEmpty();
        assertThat(TRANSLATE.live(inPrivate(inside), null, NOW)).isEmpty();
    }

    @Test
    void whatWeCannotReadIsUnknownAndNoError() {
        assertThat(content("<hologram xmlns='urn:example:future'><a/></hologram>"))
                .isEqualTo(new Content.Unknown("hologram"));
        assertThat(content(
                        "<body>这是加密消息</body><encrypted xmlns='eu.siacs.conversations.axolotl'><header/></encrypted>"))
                .isEqualTo(new Content.Unknown("encrypted"));
        assertThat(content("<body>geo:99,200</body>")).isEqualTo(new Content.Unknown("geo"));
    }

    @Test
    void aCorrectionIsReadAsWhatItSaysNow() {
        assertThat(content("<body>5栋</body><replace xmlns='urn:xmpp:message-correct:0' id='m0'/>"))
                .isEqualTo(new Content.Text("5栋"));
    }

    @Test
    void aPlaceOnTheMapIsAPosition() {
        assertThat(content("<body>geo:31.2304,121.4737;u=12</body>"))
                .isEqualTo(new Content.Position(31.2304, 121.4737, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://upload.example.org/a/1.jpg",
                "https://evil.example/upload.example.org/1.jpg",
                "https://upload.example.org.evil.example/1.jpg",
                "https://upload.example.org@evil.example/1.jpg",
                "https://a:b@upload.example.org/1.jpg",
                "https://127.0.0.1/1.jpg",
                "file:///etc/passwd.jpg",
                "https://upload.example.org\\@evil.example/1.jpg",
                "not an address"
            })
    void nothingIsFetchedFromAnywhereElse(String link) {
        assertThat(shared(link)).isInstanceOf(Content.Link.class);
    }

    @Test
    void whatLiesOnTheServersOwnStoreIsWhatItsNameSays() {
        assertThat(shared("https://upload.example.org/a/1.JPG"))
                .isEqualTo(new Content.Picture("https://upload.example.org/a/1.JPG", null));
        assertThat(shared("https://Upload.Example.Org/a/1.mp4")).isInstanceOf(Content.Video.class);
        assertThat(shared("https://upload.example.org/a/1.m4a")).isInstanceOf(Content.Voice.class);
        assertThat(shared("https://upload.example.org/a/%E8%A1%A8.pdf"))
                .isEqualTo(new Content.File("https://upload.example.org/a/%E8%A1%A8.pdf", "表.pdf"));
    }

    @Test
    void aLinkAmongWordsStaysWords() {
        assertThat(content("<body>看 https://upload.example.org/a/1.jpg</body>")).isInstanceOf(Content.Text.class);
        assertThat(content("<body>https://upload.example.org/a/1.jpg</body>")).isInstanceOf(Content.Text.class);
    }

    @Test
    void whatBecameOfALetterIsToldByItsId() {
        String letter = LetterId.of("k");
        var arrived = Stanzas.of("<message xmlns='jabber:client' from='wang@example.org/phone' id='r'>"
                + "<received xmlns='urn:xmpp:receipts' id='" + letter + "'/></message>");
        var returned = Stanzas.of(
                "<message xmlns='jabber:client' type='error' from='wang@far.example' id='" + letter
                        + "'><error type='cancel'><remote-server-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>");

        assertThat(TRANSLATE.report(arrived, NOW).orElseThrow().content())
                .isEqualTo(new Content.Delivered(letter, true, ""));
        assertThat(TRANSLATE.report(returned, NOW).orElseThrow().content())
                .isEqualTo(new Content.Delivered(letter, false, "remote-server-not-found"));
        assertThat(TRANSLATE.live(returned, null, NOW)).isEmpty();
        assertThat(TRANSLATE.report(inPrivate("<received xmlns='urn:xmpp:receipts' id='foreign'/>"), NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "b4@rooms.example.org/x", "linli@example.org/other"})
    void neitherTheServerNorAForeignRoomNorOurOtherDeviceSpeaksToUs(String from) {
        String type = from.contains("rooms") ? "groupchat" : "chat";
        var message = Stanzas.of(
                "<message xmlns='jabber:client' type='" + type + "' from='" + from + "'><body>x</body></message>");

        assertThat(TRANSLATE.live(message, null, NOW)).isEmpty();
    }

    private static Content shared(String link) {
        return content("<body>" + link + "</body><x xmlns='jabber:x:oob'><url>" + link + "</url></x>");
    }

    private static Content content(String inside) {
        return live(inRoom(inside), WANG).content();
    }

    private static Inbound live(Message message, @Nullable BareJid real) {
        Optional<Inbound> said = TRANSLATE.live(message, real, NOW);
        return said.orElseThrow();
    }
}
