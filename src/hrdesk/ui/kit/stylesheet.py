"""The one stylesheet; `Theme.stylesheet` fills in colours, points and pixels."""

QSS = """
QLabel {{ background: transparent; padding: {lab}px 0; }}
QLabel[role="small"] {{ font-size: {small}pt; color: {muted}; }}
QLabel[role="muted"] {{ color: {muted}; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="section"] {{ font-size: {section}pt; font-weight: 600; }}
QLabel[role="title"] {{ font-size: {title}pt; font-weight: 600; }}
QLabel[role="figure"] {{ font-size: {figure}pt; font-weight: 600; }}
QLabel[tone="error"] {{ color: {error}; }} QLabel[tone="warn"] {{ color: {warn}; }}
QLabel[tone="ok"] {{ color: {ok}; }} QLabel[tone="accent"] {{ color: {accent}; }}
QFrame#panel {{ background: {surface}; border: 1px solid {border}; border-radius: {rp}px; }}
QFrame#side {{ background: {side}; border: none; border-right: 1px solid {border}; }}
QFrame#bar {{ background: {surface}; border: none; border-bottom: 1px solid {border}; }}
QFrame#foot {{ background: {surface}; border: none; border-top: 1px solid {border}; }}
QFrame#strip {{ background: {accent_soft}; border: none; border-radius: {rp}px; }}
QFrame#warned {{ background: {warn_soft}; border: none; border-radius: {rp}px; }}
QFrame#failed {{ background: {error_soft}; border: none; border-radius: {rp}px; }}
QFrame#fine {{ background: {ok_soft}; border: none; border-radius: {rp}px; }}
QFrame#popup {{ background: {surface}; border: 1px solid {control}; border-radius: {rc}px; }}
QFrame#rule {{ background: {border}; border: none; max-height: 1px; min-height: 1px; }}
QDialog {{ background: {surface}; }}
QScrollArea {{ background: transparent; border: none; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
QScrollBar {{ background: transparent; border: none; width: {s10}px; height: {s10}px; margin: 0; }}
QScrollBar::handle {{ background: {control}; border-radius: 3px; margin: 2px; min-height: 28px; min-width: 28px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QProgressBar {{ background: {raised}; border: 1px solid {control}; border-radius: 0; }}
QProgressBar::chunk {{ background: {accent}; }}
QSplitter::handle {{ background: transparent; }}

QPushButton, QLineEdit, QComboBox, QSpinBox {{ min-height: {inner}px; border: 1px solid {control};
    padding: 1px {s11}px; border-radius: {rc}px; background: {surface}; color: {text}; }}
QLineEdit, QComboBox, QSpinBox {{ padding: 1px {s8}px; placeholder-text-color: {muted}; }}
QComboBox {{ padding-left: {s10}px; }}
QLineEdit QToolButton {{ min-height: 0; min-width: 0; border: none; padding: 0; }}
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled {{ color: {muted}; border-color: {border};
    background: {canvas}; }}
QCheckBox, QRadioButton {{ min-height: {inner}px; border: 2px solid transparent; border-radius: {rc}px;
    spacing: {s8}px; padding-left: {s2}px; background: transparent; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {accent}; }}
QCheckBox::indicator, QTableView::indicator, QListWidget::indicator, QRadioButton::indicator {{ width: {s16}px;
    height: {s16}px; border: 1px solid {control}; border-radius: 3px; background: {surface}; }}
QCheckBox::indicator:checked, QTableView::indicator:checked, QListWidget::indicator:checked {{
    background: {accent}; border-color: {accent}; image: url(look:check-{name}.svg); }}
QRadioButton::indicator {{ border-radius: {half}px; }}
QRadioButton::indicator:checked {{ border: {s5}px solid {accent}; width: {s8}px; height: {s8}px;
    border-radius: {half}px; background: {surface}; }}
QCheckBox::indicator:disabled {{ border-color: {border}; }}
QPushButton:hover, QComboBox:hover {{ background: {raised}; }}
QPushButton:pressed {{ background: {accent_soft}; }}
QPushButton:disabled {{ color: {muted}; border-color: {border}; background: {canvas}; }}
QPushButton[kind="primary"] {{ background: {accent}; color: {on_accent}; border-color: {accent}; font-weight: 600; }}
QPushButton[kind="primary"]:disabled {{ color: {muted}; border-color: {border}; background: {canvas}; }}
QPushButton[kind="link"] {{ background: transparent; border-color: transparent; color: {accent};
    padding: 1px {s4}px; text-decoration: underline; }}
QPushButton[kind="link"][dense="true"] {{ min-height: {thin}px; padding: 0 {s4}px; }}
QPushButton[kind="link"]:disabled {{ color: {muted}; text-decoration: none; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: 0 {s10}px; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {text}; }}
QPushButton[kind="link"]:focus {{ border: 2px solid {accent}; padding: 0 {s3}px; }}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus {{ border: 2px solid {accent}; padding: 0 7px; }}
QComboBox:focus {{ padding-left: 9px; }}
QLineEdit[invalid="true"], QComboBox[invalid="true"] {{ border-color: {error}; background: {error_soft}; }}
QTableView QLineEdit {{ min-height: 0; border-radius: 0; border: 2px solid {accent}; padding: 0 {s4}px; }}
QToolButton {{ min-height: {inner}px; min-width: {inner}px; border: 1px solid transparent; border-radius: {rc}px;
    background: transparent; color: {text}; padding: 1px; }}
QToolButton:hover {{ background: {raised}; }}
QToolButton:focus {{ border: 2px solid {accent}; padding: 0; }}
QToolButton:disabled {{ color: {muted}; }}
QComboBox::drop-down {{ border: none; width: {s24}px; }}
QComboBox::down-arrow {{ image: url(look:down-{name}.svg); width: {s16}px; height: {s16}px; }}
QComboBox QAbstractItemView {{ background: {surface}; color: {text}; border: 1px solid {control}; outline: 0;
    selection-background-color: {accent_soft}; selection-color: {text}; }}
QComboBox QAbstractItemView::item {{ min-height: {inner}px; padding: 0 {s8}px; }}
QSpinBox::up-button, QSpinBox::down-button {{ border: none; width: {s24}px; }}
QSpinBox::up-arrow {{ image: url(look:up-{name}.svg); width: {s10}px; height: {s10}px; }}
QSpinBox::down-arrow {{ image: url(look:down-{name}.svg); width: {s10}px; height: {s10}px; }}

QTableView, QTreeView, QListWidget {{ background: {surface}; border: 1px solid {border}; gridline-color: {border};
    selection-background-color: {accent_soft}; selection-color: {text}; outline: 0; }}
QTableView:focus, QTreeView:focus, QListWidget:focus {{ border-color: {accent}; }}
QTableView::item {{ padding: 0 {cell}px; }}
QTableView#total {{ border-top: none; background: {raised}; font-weight: 600; }}
QTreeView::item {{ min-height: {inner}px; padding: {s2}px {s4}px; }}
QTreeView::item:selected {{ background: {accent_soft}; color: {text}; }}
QTreeView::item:selected:focus {{ border: 2px solid {accent}; }}
QListWidget::item {{ min-height: {inner}px; padding: {s2}px {s8}px; border: 2px solid transparent; }}
QListWidget::item:selected {{ background: {accent_soft}; color: {text}; }}
QListWidget::item:selected:focus {{ border-color: {accent}; }}
QHeaderView {{ background: {raised}; }}
QHeaderView::section {{ background: {raised}; color: {muted}; font-size: {small}pt; font-weight: 600; border: none;
    border-bottom: 1px solid {control}; padding: {s5}px {head}px; }}
QHeaderView::section:vertical {{ background: {surface}; color: {text}; font-weight: 400;
    border-bottom: 1px solid {raised}; border-right: 1px solid {border}; padding: 0 {head}px; }}
QHeaderView::up-arrow {{ image: url(look:up-{name}.svg); width: {s10}px; height: {s10}px;
    subcontrol-position: center right; subcontrol-origin: padding; }}
QHeaderView::down-arrow {{ image: url(look:down-{name}.svg); width: {s10}px; height: {s10}px;
    subcontrol-position: center right; subcontrol-origin: padding; }}
QListWidget#nav {{ background: transparent; border: none; outline: none; }}
QListWidget#nav::item {{ border: none; border-left: 3px solid transparent; padding: 0 0 0 {s8}px; color: {text}; }}
QListWidget#nav::item:hover {{ background: {raised}; }}
QListWidget#nav::item:selected {{ background: {surface}; color: {accent}; border-left-color: {accent}; }}
QListWidget#nav::item:selected:focus {{ border: 2px solid {accent}; border-left-width: 3px; }}
QListWidget#hits {{ border: none; }}

QPlainTextEdit {{ background: {surface}; color: {text}; border: 1px solid {control}; border-radius: {rc}px;
    padding: {s4}px; selection-background-color: {accent}; selection-color: {on_accent}; }}
QPlainTextEdit:focus {{ border: 2px solid {accent}; padding: {s3}px; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {border}; }}
QTabBar::tab {{ background: transparent; color: {muted}; min-height: {inner}px; padding: 1px {s16}px;
    border: 2px solid transparent; border-bottom: 3px solid transparent; }}
QTabBar::tab:hover {{ color: {text}; }}
QTabBar::tab:selected {{ color: {accent}; border-bottom-color: {accent}; font-weight: 600; }}
QTabBar::tab:selected:focus {{ border-color: {accent}; }}
QTabBar::scroller {{ width: {s24}px; }}
QTabBar QToolButton::left-arrow {{ image: url(look:previous-{name}.svg); width: {s16}px; height: {s16}px; }}
QTabBar QToolButton::right-arrow {{ image: url(look:next-{name}.svg); width: {s16}px; height: {s16}px; }}
QPushButton::menu-indicator {{ image: url(look:down-{name}.svg); width: {s10}px; height: {s10}px;
    subcontrol-origin: padding; subcontrol-position: center right; right: {s4}px; }}
QTabBar QToolButton {{ min-height: 0; min-width: 0; padding: 0; border: none; }}
QToolButton::menu-indicator {{ image: none; }}
QMenu {{ background: {surface}; color: {text}; border: 1px solid {control}; }}
QMenu::item {{ min-height: {inner}px; padding: {s2}px {s16}px; }}
QMenu::item:selected {{ background: {accent_soft}; }}
QToolTip {{ background: {surface}; color: {text}; border: 1px solid {control}; padding: 4px 6px; }}
QPdfView {{ background: {raised}; border: 1px solid {border}; }}
"""
