package org.linli.notices.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.notices.Kind;
import org.linli.notices.Notice;
import org.linli.notices.asking.LiveNotice;
import org.linli.notices.asking.LiveNotices;
import org.linli.notices.sending.Moments;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "最近有什么活动", "看看通知": what hangs on the board for whoever asks.
@Component
class ListNotices implements Skill {

    private static final Intent LIST = new Intent("notice.list");
    private static final int MOST = 6;

    private static final String WHAT = "(?:活动|通知|公告|告示|安排)";
    private static final String WHEN =
            "(?:最近|近期|这几天|现在|今天|明天|今晚|这?周末|这周|本周|下周|这个?月|本月|社区|小区|咱们?|我们|你们|那|里|里面|这|这里|这边){0,6}";
    private static final Pattern ASKS = Pattern.compile("(?:您好|你好|请问|问一下|想问下?|想知道){0,3}[,，\\s]*" + WHEN
            + "(?:都|还|又)?(?:有没有|有)(?:一?些)?(?:什么|啥子?|哪些|点)?(?:新的?|好玩的?|可以参加的?|能参加的?|能?报名的?|老人的?|孩子的?|亲子的?)?" + WHAT
            + "(?:可以参加|能参加|可以报名?|能报名?|要通知)?(?:没有?|不|吗|么|嘛|啊|呀|呢|哦|的|了|哈|没得){0,4}[?？。!！~\\s]*"
            + "|(?:我要|我想|想|帮我)?(?:看看?|查看?|查询|翻翻?)(?:一下|下)?(?:最新|最近|近期|社区|小区)*的?" + WHAT
            + "[吧啊呀。!！\\s]*");

    private final LiveNotices live;

    ListNotices(LiveNotices live) {
        this.live = live;
    }

    @Override
    public String id() {
        return "list-notices";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.equals(LIST);
    }

    @Override
    public Optional<Intent> recognises(Speaker speaker, String said) {
        return speaker.staff() == null && ASKS.matcher(said.strip()).matches() ? Optional.of(LIST) : Optional.empty();
    }

    @Override
    public Mono<Answer> perform(Request request) {
        boolean activities = request.text().contains("活动");
        var found = live.now(request.speaker()).stream()
                .map(LiveNotice::notice)
                .filter(it -> !activities || it.wording().kind() == Kind.ACTIVITY)
                .toList();
        return Mono.just(Answer.saying(
                "notices-now",
                Map.of(
                        "activities", activities ? "yes" : "",
                        "lines", lines(found),
                        "more", found.size() > MOST ? Integer.toString(found.size() - MOST) : "",
                        "invites", found.stream().anyMatch(it -> it.invites() != null) ? "yes" : "")));
    }

    private static String lines(List<Notice> notices) {
        return notices.stream().limit(MOST).map(ListNotices::line).collect(Collectors.joining("\n"));
    }

    private static String line(Notice it) {
        return ("· " + it.wording().title() + " " + Moments.of(it.period()).from()).strip();
    }
}
