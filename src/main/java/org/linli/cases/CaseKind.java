package org.linli.cases;

import java.util.Locale;

/// What sort of matter a case is. Each has a workflow of its own in `templates/workflows`.
public enum CaseKind {
    /// 投诉与报修
    COMPLAINT,
    /// 求助
    HELP,
    /// 咨询
    QUESTION,
    /// 建议
    SUGGESTION,
    /// 隐患
    HAZARD,
    /// 上级交办
    MANDATE;

    /// The name of its file.
    public String file() {
        return name().toLowerCase(Locale.ROOT) + ".yml";
    }
}
