package org.linli.polls.asking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.AtStart;
import org.linli.platform.words.Folder;
import org.linli.polls.FindPolls;
import org.linli.polls.OpenPoll;
import org.linli.polls.OpenPoll.Question;
import org.linli.polls.Poll;
import org.linli.polls.PollWords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Puts something to the vote in the made-up community, once: where anything was asked, nothing is added. What cannot
/// be asked there is left out.
@Component
@Order(220)
class LoadPolls implements AtStart {

    private static final Logger LOG = LoggerFactory.getLogger(LoadPolls.class);
    private static final String FILE = "polls.yaml";

    /// The format is described in `deploy/demo/polls.yaml`.
    record Asked(String words, String kind, @Nullable List<String> choices, String where, int hours, String by) {

        PollForm form() {
            var id = UUID.nameUUIDFromBytes(words.getBytes(UTF_8)).toString();
            return new PollForm(
                    id,
                    words,
                    kind,
                    choices == null ? "" : String.join("\n", choices),
                    "1",
                    "PERSON",
                    where,
                    "",
                    Integer.toString(hours),
                    true);
        }
    }

    /// All of them.
    record Book(String community, List<Asked> polls) {}

    private final Communities communities;
    private final FindPolls find;
    private final OpenPoll open;
    private final PollWords words;
    private final boolean demo;

    LoadPolls(
            Communities communities,
            FindPolls find,
            OpenPoll open,
            PollWords words,
            @Value("${linli.demo-board:${linli.demo}}") boolean demo) {
        this.communities = communities;
        this.find = find;
        this.open = open;
        this.words = words;
        this.demo = demo;
    }

    @Override
    public String name() {
        return "load-polls";
    }

    @Override
    public Mono<Void> run() {
        return demo ? book().flatMap(this::loadOnce) : Mono.empty();
    }

    Mono<Void> loadOnce(Book book) {
        var id = new CommunityId(book.community());
        return communities
                .all()
                .filter(map -> map.id().equals(id))
                .next()
                .filterWhen(map -> find.latest(id).hasElements().map(any -> !any))
                .flatMap(map -> Flux.fromIterable(book.polls())
                        .concatMap(it -> opened(it, map))
                        .then());
    }

    static Mono<Book> book() {
        return Mono.fromCallable(() -> new YAMLMapper()
                        .readValue(new Folder("deploy/demo").read(FILE).get(FILE), Book.class))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Mono<Poll> opened(Asked it, CommunityMap map) {
        var read = new ReadPoll(it.form(), map, words.yesNo());
        if (map.staffMember(it.by()).isEmpty() || !read.troubles().isEmpty()) {
            return Mono.<Poll>empty()
                    .doOnSubscribe(_ -> LOG.warn("a poll of the demo is left out, wrong is {}", read.troubles()));
        }
        return open.open(
                read.key(),
                new Question(
                        map.id(),
                        it.by(),
                        read.question(),
                        read.paper(),
                        read.electorate().orElseThrow(),
                        read.showsBars(),
                        read.lasts()),
                List.of(),
                _ -> List.of());
    }
}
