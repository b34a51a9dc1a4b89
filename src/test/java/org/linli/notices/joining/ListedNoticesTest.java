package org.linli.notices.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.channels.Address;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.notices.Invitation.Whose;
import org.linli.notices.asking.LiveNotices;
import org.linli.outbox.Letter;
import org.linli.outbox.RenderLetters;
import org.linli.understanding.Entities;
import org.linli.understanding.Intent;
import org.springframework.beans.factory.annotation.Autowired;

/// What hangs on the board, told to whoever asks what there is.
class ListedNoticesTest extends PlayedActivities {

    private static final Intent LIST = new Intent("notice.list");

    @Autowired
    List<Skill> skills;

    @Autowired
    LiveNotices live;

    @Autowired
    RenderLetters letters;

    @BeforeEach
    void nothingHangs() {
        completed(live.round());
    }

    @Test
    void whereNothingHangsItIsSaid() {
        assertThat(told("有啥活动没")).contains("没有可以参加的活动");
        assertThat(told("有什么通知")).contains("没有要告诉您的通知");
    }

    @Test
    void whatHangsIsTold() {
        invited("健步走", 0, Whose.PERSON);
        completed(live.round());

        assertThat(told("有啥活动没")).contains("· 健步走 ", "报名");
        assertThat(told("看看通知")).contains("· 健步走 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"有啥活动没", "最近有什么活动？", "这周末社区有没有活动啊", "有什么通知", "请问近期有哪些可以参加的活动", "看看通知", "查一下最新的公告", "有新通知吗"})
    void whoAsksWhatThereIsIsUnderstood(String words) {
        assertThat(skill().recognises(speaker(), words)).contains(LIST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"停水有通知吗为什么不说", "活动几点开始", "有没有人一起活动", "没收到通知", "活动室灯坏了"})
    void whoSaysSomethingElseIsNot(String words) {
        assertThat(skill().recognises(speaker(), words)).isEmpty();
    }

    private String told(String words) {
        var answer = result(skill().perform(new Request(
                "talk-1", speaker(), LIST, List.of(words), List.of(), null, "", Entities.NONE, Instant.now())));
        var letter = new Letter(LM, "k", speaker().address(), answer.template(), answer.facts());
        return letters.render(letter).text();
    }

    private Skill skill() {
        return skills.stream().filter(it -> it.serves(LIST)).findFirst().orElseThrow();
    }

    private Speaker speaker() {
        return new Speaker(LM, Address.parse("webchat:lm:person:r13"), null, null, null);
    }
}
