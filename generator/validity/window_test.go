package validity

import "testing"

// Windows of the tables; 17 March is 14 days before the 31st.
var (
	march      = Window{Opens: d("2024-03-01"), Closes: d("2024-03-31")}
	onlyOpens  = Window{Opens: d("2024-03-01")}
	onlyCloses = Window{Closes: d("2024-03-31")}
	rolling    = Window{Rolling: true}
	inMonths   = Window{Opens: d("2024-03"), Closes: d("2024-03")}
)

func TestWindowState(t *testing.T) {
	tests := []struct {
		name   string
		window Window
		at     string
		want   WindowState
	}{
		{"day before it opens", march, "2024-02-29", WindowUpcoming},
		{"last second before", march, "2024-02-29T15:59:59Z", WindowUpcoming},
		{"first moment, seen from UTC", march, "2024-02-29T16:00:00Z", WindowOpen},
		{"first day", march, "2024-03-01", WindowOpen},
		{"15 days before it closes", march, "2024-03-16", WindowOpen},
		{"last second of that day", march, "2024-03-16T23:59:59+08:00", WindowOpen},
		{"14 days before it closes", march, "2024-03-17T00:00:00+08:00", WindowClosing},
		{"last day", march, "2024-03-31", WindowClosing},
		{"last second", march, "2024-03-31T23:59:59+08:00", WindowClosing},
		{"day after", march, "2024-04-01T00:00:00+08:00", WindowClosed},
		{"short one from its first day", Window{Opens: d("2024-03-25"), Closes: d("2024-03-31")}, "2024-03-25", WindowClosing},
		{"short one the day before", Window{Opens: d("2024-03-25"), Closes: d("2024-03-31")}, "2024-03-24", WindowUpcoming},
		{"opens only, before", onlyOpens, "2024-02-29", WindowUpcoming},
		{"opens only, long after", onlyOpens, "2034-02-28", WindowOpen},
		{"closes only, long before", onlyCloses, "1999-01-01", WindowOpen},
		{"closes only, last day", onlyCloses, "2024-03-31", WindowClosing},
		{"closes only, day after", onlyCloses, "2024-04-01", WindowClosed},
		{"rolling", rolling, "2024-03-01", WindowRolling},
		{"rolling from a day, before it", Window{Opens: d("2024-03-01"), Rolling: true}, "2024-02-29", WindowUpcoming},
		{"rolling from a day, on it", Window{Opens: d("2024-03-01"), Rolling: true}, "2024-03-01", WindowRolling},
		{"rolling until a day, after it", Window{Closes: d("2024-03-31"), Rolling: true}, "2024-04-01", WindowClosed},
		{"month, its first day", inMonths, "2024-03-01", WindowOpen},
		{"month, its last day", inMonths, "2024-03-31", WindowClosing},
		{"month, the day after", inMonths, "2024-04-01", WindowClosed},
		{"nothing stated", Window{}, "2024-03-01", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.window.State(at(tt.at)); got != tt.want {
				t.Errorf("%q at %s, want %q", got, tt.at, tt.want)
			}
		})
	}
}

// What one can still use, and soonest must, stands for all windows.
func TestWindowOfMany(t *testing.T) {
	closed, upcoming := Window{Closes: d("2024-01-31")}, Window{Opens: d("2024-05-01")}
	tests := []struct {
		name    string
		windows []Window
		want    WindowState
	}{
		{"none", nil, ""},
		{"nothing stated", []Window{{}}, ""},
		{"closed", []Window{{}, closed}, WindowClosed},
		{"upcoming before closed", []Window{closed, upcoming}, WindowUpcoming},
		{"rolling before upcoming", []Window{upcoming, rolling, closed}, WindowRolling},
		{"open before rolling", []Window{rolling, onlyOpens, upcoming}, WindowOpen},
		{"closing before open", []Window{onlyOpens, march, rolling}, WindowClosing},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := Subject{Kind: "policy", Windows: tt.windows}
			if got := s.Window(at("2024-03-20")); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
			s.Withdrawn = true
			if got := s.Window(at("2024-03-20")); got != "" {
				t.Errorf("%q of what is withdrawn", got)
			}
		})
	}
}

// Of several windows in one state, the next to act on stands for all.
func TestBestWindow(t *testing.T) {
	may, june := Window{Opens: d("2024-05-01"), Closes: d("2024-05-31")}, Window{Opens: d("2024-06-01"), Closes: d("2024-06-30")}
	april := Window{Opens: d("2024-03-01"), Closes: d("2024-04-30")}
	tests := []struct {
		name    string
		windows []Window
		at      string
		want    Window
	}{
		{"the next to open", []Window{june, may, march}, "2024-02-01", march},
		{"the first to close", []Window{june, april, march}, "2024-03-05", march},
		{"one that closes before one that does not", []Window{onlyOpens, april}, "2024-03-05", april},
		{"open before upcoming", []Window{may, april}, "2024-04-05", april},
		{"the last of those that are over", []Window{march, june, may}, "2024-07-01", june},
		{"none", nil, "2024-07-01", Window{}},
	}
	for _, tt := range tests {
		s := Subject{Kind: "policy", Windows: tt.windows}
		if got, _ := s.BestWindow(at(tt.at)); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}
