package org.linli.polls.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.cases.web.SignedInAs;
import org.linli.polls.Electorate;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.Poll;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.ballots.Choice;
import org.linli.polls.ballots.Paper;

/// Listed were "1. 院子里种什么树（#11）", "2. 要不要装充电桩（#12）", "3. 楼道装不装感应灯？（#14）".
class ListedTest {

    private static final List<Poll> OPEN = List.of(poll(14, "楼道装不装感应灯？"), poll(12, "要不要装充电桩"), poll(11, "院子里种什么树"));
    private static final Listed LISTED =
            new Listed(OPEN.reversed().stream().map(Poll::id).toList(), OPEN);

    @ParameterizedTest
    @CsvSource({
        "1,11",
        "２,12",
        "第二个,12",
        "二,12",
        "第三个吧,14",
        "3号,14",
        "最后一个,14",
        "#12,12",
        "我要投票 #14,14",
        "12,12",
        "种什么树那个,11",
        "充电桩,12",
        "我要投充电桩的,12",
        "是关于感应灯的投票,14",
        "我想问院子里种什么树,11"
    })
    void aPlaceANumberOrAPartOfTheQuestionNamesOne(String said, int number) {
        assertThat(LISTED.meant(said)).map(Poll::number).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "0", "第九个", "#13", "装", "谢谢", "投票", "我要投票", "？", "2 3", "银杏"})
    void otherWordsNameNone(String said) {
        assertThat(LISTED.meant(said)).isEmpty();
    }

    @Test
    void whatTwoQuestionsShareNamesNone() {
        assertThat(LISTED.meant("装")).isEmpty();
        var alike = List.of(poll(1, "楼道装感应灯"), poll(2, "楼道装扶手"));
        assertThat(new Listed(List.of("p1", "p2"), alike).meant("楼道装")).isEmpty();
    }

    @Test
    void whatIsClosedIsNotNamedByItsPlaceNorTheNextInItsStead() {
        var left = new Listed(List.of("p11", "p12"), List.of(poll(12, "要不要装充电桩")));
        assertThat(left.meant("1")).isEmpty();
        assertThat(left.meant("2")).map(Poll::number).contains(12);
    }

    @Test
    void aLongMessageIsReadQuickly() {
        assertThat(LISTED.meant(Stream.generate(() -> "的吧 ").limit(20_000).reduce("", String::concat)))
                .isEmpty();
    }

    private static Poll poll(int number, String question) {
        return new Poll(
                SignedInAs.LM,
                "p" + number,
                number,
                question,
                new Paper(BallotKind.ONE, List.of(new Choice(1, "甲"), new Choice(2, "乙")), 1, null),
                new Electorate(Voice.PERSON, "b3", "b3", false),
                true,
                "chen",
                Instant.EPOCH,
                Instant.EPOCH,
                true);
    }
}
