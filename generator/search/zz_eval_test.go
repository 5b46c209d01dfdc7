package search
import ("testing";"os";"bufio";"encoding/json";"fmt";"context")
func lines(t *testing.T, f string) (out []map[string]any) {
 fh,err:=os.Open("/work/shared/eval/sets/"+f); if err!=nil {t.Fatal(err)}
 sc:=bufio.NewScanner(fh); sc.Buffer(nil,1<<24)
 for sc.Scan(){ m:=map[string]any{}; json.Unmarshal(sc.Bytes(),&m); out=append(out,m)}
 return
}
func TestEval(t *testing.T){
 var docs []Document
 for _,m:=range lines(t,"cmrc.docs.jsonl"){ docs=append(docs, Document{ID:fmt.Sprint(m["id"]),Kind:"page",Text:zh(fmt.Sprint(m["title"]),fmt.Sprint(m["text"]))})}
 s:=openFixture(t,docs)
 for _,f:=range []string{"cmrc.q.s1500.jsonl","cmrc.kw.s1500.jsonl","cmrc.qhant.s1500.jsonl"}{
  mrr,r1,r10,n:=0.,0.,0.,0.; rel:=map[string]int{}
  for _,m:=range lines(t,f){
   n++
   r,err:=s.Search(context.Background(),Query{Text:fmt.Sprint(m["query"]),PerPage:10,At:noon}); if err!=nil{t.Fatal(err)}
   rel[r.Relaxed]++
   for i,h:=range r.Hits { if h.ID==fmt.Sprint(m["doc"]) || fmt.Sprint(m["relevant"])==h.ID || fmt.Sprint(m["id"])==h.ID && false { mrr+=1/float64(i+1); if i==0{r1++}; r10++; break } }
  }
  t.Logf("%s n=%v MRR %.3f R1 %.3f R10 %.3f %v",f,n,mrr/n,r1/n,r10/n,rel)
 }
}
