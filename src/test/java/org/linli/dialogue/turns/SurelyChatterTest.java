package org.linli.dialogue.turns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.LinliTest;
import org.linli.Shows;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.channels.Content;
import org.linli.channels.Inbound;
import org.linli.platform.database.CommunityId;
import org.linli.understanding.IntentFiles;
import org.linli.understanding.Understand;
import org.springframework.beans.factory.annotation.Autowired;

/// By what the program has really learnt.
@LinliTest
class SurelyChatterTest {

    private static final ChannelId WEBCHAT = new ChannelId("webchat");
    private static final LocalDateTime EVENING = LocalDateTime.parse("2026-03-02T20:00");

    private static final Pattern EXAMPLE = Pattern.compile("(?m)^\\s+- (?!intent:)(.+)$");

    @Autowired
    Understand understand;

    @Autowired
    IntentFiles intents;

    @ParameterizedTest
    @ValueSource(strings = {"大家早上好呀", "哈哈哈哈太好笑了", "谁家有多余的葱借一根"})
    void whatNeighboursSayToEachOtherMayBeLeft(String words) {
        assertThat(seems(inGroup(words, false))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "三栋电梯又坏了",
                "楼道灯不亮",
                "着火了快来人",
                "救命",
                "投3",
                "3",
                "+1",
                "我选二号",
                "同意",
                "反对",
                "我家也是",
                "我也按了 没动静",
                "满意",
                "修好了",
                "小邻在吗",
                "垃圾没人收",
                "有人吗，水管爆了"
            })
    void whatMayBeAReportABallotOrAnAnswerIsNeverLeft(String words) {
        assertThat(seems(inGroup(words, false))).isFalse();
    }

    @Test
    void whatIsSaidToUsIsNeverLeft() {
        assertThat(seems(inGroup("大家早上好呀", true))).isFalse();
        assertThat(seems(alone("大家早上好呀"))).isFalse();
        assertThat(seems(in(new Content.Picture("p", null), Address.group(WEBCHAT, "lm", "b3"), false)))
                .isFalse();
    }

    /// Of examples that it has learnt from; [SeemsChatterIT] asks for those that it never heard.
    @Shows("more is written than can be answered")
    @Test
    void ofTheExamplesTwoThirdsOfTheChatterMayBeLeftAndNothingElseThatMatters() {
        var left = new TreeMap<String, List<String>>();
        var all = new TreeMap<String, Integer>();
        intents.read()
                .forEach((path, text) -> EXAMPLE.matcher(text).results().forEach(it -> {
                    String label = path.replaceAll("[/.].*", "");
                    all.merge(label, 1, Integer::sum);
                    if (seems(inGroup(it.group(1), false))) {
                        left.computeIfAbsent(label, _ -> new ArrayList<>()).add(it.group(1));
                    }
                }));

        assertThat(left)
                .doesNotContainKeys(
                        "report",
                        "help",
                        "emergency",
                        "poll",
                        "case",
                        "join",
                        "propose",
                        "notice",
                        "account",
                        "suggest");
        assertThat(left.getOrDefault("chatter", List.of()).size())
                .isGreaterThan(all.getOrDefault("chatter", 0) * 2 / 3);
    }

    private boolean seems(Inbound message) {
        return new SeemsChatter(understand).is(message, EVENING);
    }

    private static Inbound inGroup(String words, boolean mentioned) {
        return in(new Content.Text(words), Address.group(WEBCHAT, "lm", "b3"), mentioned);
    }

    private static Inbound alone(String words) {
        return in(new Content.Text(words), null, true);
    }

    private static Inbound in(Content content, @Nullable Address group, boolean mentioned) {
        return new Inbound(
                new CommunityId("lm"),
                "m",
                Address.person(WEBCHAT, "lm", "wang"),
                group,
                mentioned,
                content,
                Instant.parse("2026-03-02T12:00:00Z"));
    }
}
