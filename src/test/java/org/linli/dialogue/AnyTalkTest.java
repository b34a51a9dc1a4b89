package org.linli.dialogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.linli.channels.Content;
import org.linli.community.Group;
import org.linli.dialogue.kept.StateJson;
import org.linli.dialogue.phrases.Words;
import org.linli.platform.words.Masked;

/// Whatever people send, in whatever order.
class AnyTalkTest {

    private static final int MOST_BYTES = 100_000;

    @Property(tries = 300)
    void noSequenceOfMessagesFailsAndWhatIsKeptStaysSmallAndReadable(
            @ForAll("talks") List<Content> messages, @ForAll("groups") String group, @ForAll("pauses") int minutes) {
        var talk = group.isEmpty() ? Talking.resident() : Talking.inGroup(group(group));

        for (Content content : messages) {
            talk.after(Duration.ofMinutes(minutes)).sends(content);
            String json = StateJson.write(talk.talk());

            assertThat(json.getBytes(UTF_8)).hasSizeLessThan(MOST_BYTES);
            assertThat(json).doesNotContain("\\u0000");
            assertThat(StateJson.read(json, Talking.NINE)).isEqualTo(talk.talk());
        }
    }

    @Property(tries = 200)
    void whatIsCleanedIsCleanAndCleaningAgainChangesNothing(@ForAll String said) {
        String clean = Words.clean(said);

        assertThat(clean).doesNotContain("\u200b", "\u202e", "\u0000");
        assertThat(Words.clean(clean)).isEqualTo(clean);
    }

    @Property(tries = 200)
    void noPhoneNumberOutlivesTheMask(@ForAll("phones") String phone, @ForAll("words") String before) {
        assertThat(Masked.words(before + " " + phone + "找我")).doesNotContain(phone);
    }

    @Property(tries = 100)
    void inGroupsNoRequestHoldsAPhoneNumber(@ForAll("words") String words, @ForAll("phones") String phone) {
        var talk = Talking.inGroup(Neighbourhood.OF_BUILDING_3).mentions(words + "，电梯坏了，电话" + phone);

        assertThat(talk.requests().toString() + talk.talk().lines() + talk.told())
                .doesNotContain(phone);
        talk.requests().forEach(it -> assertThat(it.text()).doesNotContain(phone));
    }

    @Provide
    Arbitrary<List<Content>> talks() {
        return Arbitraries.oneOf(
                        words().map(Content.Text::new),
                        Arbitraries.strings().ofMaxLength(40).map(Content.Text::new),
                        Arbitraries.just(new Content.Text("长".repeat(10_000))),
                        Arbitraries.strings().ofMaxLength(400).map(it -> new Content.Picture(it, null)),
                        Arbitraries.strings().ofMaxLength(400).map(it -> new Content.Position(31, 121, it)),
                        words().map(Content.Tapped::new),
                        words().map(it -> new Content.Voice("m", it)),
                        Arbitraries.of(
                                new Content.Video("v"),
                                new Content.Followed(null),
                                new Content.Left(),
                                new Content.Scanned("b3"),
                                new Content.Unknown("?")))
                .list()
                .ofMaxSize(25)
                .map(List::copyOf);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(
                "电梯坏了",
                "3栋停水了，还有楼道灯不亮",
                "3",
                "8栋",
                "99栋",
                "桃园",
                "是的",
                "不是",
                "算了",
                "不对，是4栋",
                "转人工",
                "着火了",
                "你好",
                "好的",
                "我叫王秀英",
                "理发预约",
                "明天",
                "13800138000",
                "几点上班",
                "高龄补贴",
                "😀",
                "满意",
                "在吗",
                "我家吵死了",
                "东门",
                "▸ 3栋");
    }

    @Provide
    Arbitrary<String> phones() {
        return Arbitraries.strings()
                .numeric()
                .ofLength(9)
                .flatMap(rest -> Arbitraries.of("13", "15", "18", "19").map(start -> start + rest));
    }

    @Provide
    Arbitrary<String> groups() {
        return Arbitraries.of("", "b3", "g1");
    }

    @Provide
    Arbitrary<Integer> pauses() {
        return Arbitraries.of(0, 1, 11, 40);
    }

    private static Group group(String code) {
        return code.equals("b3") ? Neighbourhood.OF_BUILDING_3 : Neighbourhood.OF_GRID;
    }
}
