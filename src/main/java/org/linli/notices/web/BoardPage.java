package org.linli.notices.web;

import java.util.List;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.NoSuchCommunity;
import org.linli.notices.Notice;
import org.linli.notices.board.Board;
import org.linli.notices.sending.NoticeLinks;
import org.linli.platform.database.CommunityId;
import org.linli.web.PublicAddress;
import org.linli.web.atom.AtomFeed;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/// The board that everybody may read, and the feed that programs follow.
@Controller
class BoardPage {

    private static final MediaType ATOM = MediaType.parseMediaType("application/atom+xml;charset=utf-8");
    private static final int LONGEST = 40;

    private final Board board;
    private final Communities communities;
    private final PublicAddress address;

    BoardPage(Board board, Communities communities, PublicAddress address) {
        this.board = board;
        this.communities = communities;
        this.address = address;
    }

    /// @param community the id
    /// @param words     to search for; empty: everything
    /// @param page      from 0
    @GetMapping("/board/{community}")
    Mono<String> board(
            @PathVariable String community,
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        String wanted = words.strip().replace("\0", "");
        String cut = wanted.length() > LONGEST ? wanted.substring(0, LONGEST) : wanted;
        int number = Math.clamp(page, 0, 1_000);
        return map(community)
                .flatMap(map -> board.page(map.id(), cut, number)
                        .collectList()
                        .doOnNext(found -> fill(map, found, cut, number, model)))
                .thenReturn("notices/board");
    }

    @GetMapping("/board/{community}/feed.xml")
    Mono<ResponseEntity<String>> feed(@PathVariable String community) {
        return map(community)
                .flatMap(map -> board.page(map.id(), "", 0).collectList().map(found -> feed(map, found)))
                .map(xml -> ResponseEntity.ok().contentType(ATOM).body(xml));
    }

    private static void fill(CommunityMap map, List<Notice> found, String words, int page, Model model) {
        model.addAttribute("id", map.id().value());
        model.addAttribute("community", map.name());
        model.addAttribute("words", words);
        model.addAttribute("page", page);
        model.addAttribute("more", found.size() == Board.PAGE);
        model.addAttribute(
                "notices", found.stream().map(it -> NoticeView.of(it, map)).toList());
    }

    private String feed(CommunityMap map, List<Notice> found) {
        String id = "urn:linli:" + map.id() + ":board";
        return new AtomFeed(
                        id,
                        map.name(),
                        map.name(),
                        at("/board/" + map.id()),
                        at("/board/" + map.id() + "/feed.xml"),
                        found.stream().map(it -> entry(id, it)).toList())
                .xml();
    }

    private AtomFeed.Entry entry(String id, Notice it) {
        var left = it.sendAt() == null ? it.writtenAt() : it.sendAt();
        return new AtomFeed.Entry(
                id + ":" + it.id(),
                it.wording().title(),
                at(NoticeLinks.path(it)),
                left,
                left,
                it.wording().text());
    }

    /// Where nobody has said how we are reached, feeds carry addresses of the same host.
    private String at(String path) {
        return address.of(path).orElse(path);
    }

    /// Never empty; signals 404.
    private Mono<CommunityMap> map(String community) {
        return Mono.fromSupplier(() -> new CommunityId(community))
                .flatMap(communities::map)
                .onErrorMap(
                        error -> error instanceof IllegalArgumentException || error instanceof NoSuchCommunity,
                        _ -> AtTheNotices.notThere());
    }
}
