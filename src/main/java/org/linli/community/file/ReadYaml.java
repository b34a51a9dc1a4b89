package org.linli.community.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.linli.community.file.Problem.What;
import org.linli.community.file.Row.Cell;
import org.linli.platform.words.YamlFault;
import org.linli.platform.words.YamlText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads tables from YAML: each table is a list of rows, a row's cells are texts or lists of texts.
///
/// Of broken YAML it says only where it breaks: what seemed wrong before mostly is so because of that.
final class ReadYaml {

    private final String file;
    private final List<Problem> problems;
    private final List<Row> rows = new ArrayList<>();

    ReadYaml(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    List<Row> read(byte[] bytes) {
        try {
            read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException _) {
            problems.add(new Problem(file, 0, What.NO_UTF8));
        }
        return rows;
    }

    private void read(String text) {
        try (var parser = YamlText.parser(text)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                tables(parser);
            } else {
                problems.add(new Problem(file, 1, What.NO_TABLES));
            }
        } catch (JacksonException broken) {
            problems.clear();
            var fault = YamlFault.of(broken);
            problems.add(new Problem(file, fault.line(), What.NO_YAML, fault.toString(), fault.told()));
        }
    }

    private void tables(JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String table = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    row(parser, table);
                }
            } else {
                row(parser, table);
            }
        }
    }

    private void row(JsonParser parser, String table) {
        int line = line(parser);
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            problems.add(new Problem(file, line, What.NO_COLUMNS, table));
            parser.skipChildren();
            return;
        }
        var cells = new LinkedHashMap<String, Cell>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String column = parser.currentName();
            parser.nextToken();
            var cell = cell(parser, column);
            if (!cell.texts().isEmpty()) {
                cells.put(column, cell);
            }
        }
        rows.add(new Row(table, line, cells));
    }

    private Cell cell(JsonParser parser, String column) {
        int line = line(parser);
        var texts = new ArrayList<String>();
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                text(parser, column, texts);
            }
        } else {
            text(parser, column, texts);
        }
        return new Cell(line, texts);
    }

    private void text(JsonParser parser, String column, List<String> texts) {
        var token = parser.currentToken();
        if (token.isStructStart()) {
            problems.add(new Problem(file, line(parser), What.NESTED, column));
            parser.skipChildren();
        } else if (token != JsonToken.VALUE_NULL && !parser.getString().isBlank()) {
            texts.add(parser.getString().strip());
        }
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
