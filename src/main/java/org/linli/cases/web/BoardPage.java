package org.linli.cases.web;

import java.util.List;
import org.linli.cases.BoardColumn;
import org.linli.cases.DeskCases;
import org.linli.cases.DeskFilter;
import org.linli.cases.DeskPage.Cursor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What is open, side by side by what has to happen next.
@Controller
class BoardPage {

    private static final int SHOWN = 15;

    /// @param key     of its words
    /// @param all     where the whole column is a list
    record ColumnView(String key, long total, long late, int most, List<DeskRow> rows, String all) {}

    private final AtTheDesk desk;
    private final DeskCases cases;

    BoardPage(AtTheDesk desk, DeskCases cases) {
        this.desk = desk;
        this.cases = cases;
    }

    @GetMapping("/desk/board")
    Mono<String> board(DeskAsked asked, Model model) {
        var filter = asked.filter();
        return desk.look()
                .flatMap(look -> Flux.fromArray(BoardColumn.values())
                        .flatMapSequential(column -> column(column, filter, look))
                        .collectList()
                        .doOnNext(columns -> {
                            model.addAttribute("columns", columns);
                            model.addAttribute("filter", filter);
                            model.addAttribute("units", look.map().units());
                            model.addAttribute("self", DeskAddress.of("/desk/board", filter, Cursor.START));
                        }))
                .thenReturn("cases/board");
    }

    private Mono<ColumnView> column(BoardColumn column, DeskFilter filter, AtTheDesk.Look look) {
        var narrowed = filter.in(column.filter());
        return cases.beginning(look.sight(), narrowed, SHOWN)
                .map(page -> new ColumnView(
                        column.word(),
                        page.total(),
                        page.late(),
                        page.most(),
                        page.rows().stream().map(it -> DeskRow.of(it, look)).toList(),
                        DeskAddress.of("/desk", narrowed, Cursor.START)));
    }
}
