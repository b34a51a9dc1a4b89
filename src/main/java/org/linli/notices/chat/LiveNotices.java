package org.linli.notices.chat;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.linli.notices.Notice;
import org.linli.notices.board.Board;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What hangs on the boards and is not over, kept in memory, so that every message can be held against it without
/// asking the database.
@Component
class LiveNotices implements Job {

    /// In titles of any kind.
    private static final Set<String> SAY_NOTHING =
            Set.of("通知", "公告", "欢迎", "迎参", "参加", "马上", "请马", "社区", "小区", "居民", "我们", "大家", "关于", "注意", "今天", "明天");

    private final Board board;
    private final Clock clock;
    private volatile Map<CommunityId, List<Notice>> live = Map.of();

    LiveNotices(Board board, Clock clock) {
        this.board = board;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "know-live-notices";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Mono<Integer> round() {
        return board.live()
                .collect(Collectors.groupingBy(Notice::community))
                .doOnNext(found -> live = Map.copyOf(found))
                .thenReturn(0);
    }

    /// The one that these words are about: it has most of its title's words in common with them; of several the latest.
    /// Empty where none is.
    Optional<Notice> about(CommunityId community, String words) {
        var now = clock.instant();
        return live.getOrDefault(community, List.of()).stream()
                .filter(it -> it.period() == null || !it.period().isOver(now))
                .filter(it -> common(it, words) > 0)
                .max(Comparator.comparingLong((Notice it) -> common(it, words)).thenComparing(Notice::writtenAt));
    }

    private static long common(Notice it, String words) {
        return pairs(it.wording().title()).filter(words::contains).count();
    }

    /// Two Chinese characters side by side, which are a word more often than not.
    private static Stream<String> pairs(String title) {
        return IntStream.range(0, Math.max(0, title.length() - 1))
                .mapToObj(i -> title.substring(i, i + 2))
                .filter(it -> it.codePoints().allMatch(Character::isIdeographic))
                .filter(it -> !SAY_NOTHING.contains(it))
                .distinct();
    }
}
